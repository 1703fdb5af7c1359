using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.3")]
public sealed class FinishTourTests : AccountTests
{
    private static async Task<bool> IsDueAsync(HttpClient user) =>
        (await user.GetAsync("/api/access/me").JsonAsync()).GetProperty("tour").GetBoolean();

    [Fact]
    public async Task A_new_account_is_shown_around_until_the_tour_was_seen_or_put_away()
    {
        var specialist = await Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345");
        var (_, password) = await Host.GrantAsync(specialist, "new.user", Access());
        using var user = await Host.FirstSignInAsync("new.user", password);
        Assert.True(await IsDueAsync(user));
        await user.PutAsync("/api/access/me/tour", new { }).JsonAsync(HttpStatusCode.NoContent);
        await user.PutAsync("/api/access/me/tour", new { }).JsonAsync(HttpStatusCode.NoContent);
        Assert.False(await IsDueAsync(user));
        Assert.False(await IsDueAsync(Admin));
    }

    [Fact]
    public async Task Refuses_who_is_not_signed_in()
    {
        using var nobody = Host.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PutAsync("/api/access/me/tour", new { })).StatusCode);
    }
}
