using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class ChangeOwnPasswordTests : AccountTests
{
    [Fact]
    public async Task Needs_the_present_password_and_a_strong_new_one()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        const string next = "жаңы сырсөз тоодой";
        Assert.Equal(
            "password.wrong",
            (
                await holder
                    .PostAsync("/api/access/me/password", new { password = "wrong", newPassword = next })
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("password")
        );
        Assert.Equal(
            "password.too-short",
            (
                await holder
                    .PostAsync("/api/access/me/password", new { password = Password, newPassword = "кыска" })
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("newPassword")
        );
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await holder.PostAsync("/api/access/me/password", new { password = Password, newPassword = next })).StatusCode
        );
        await Host.SignedInAsync("holder.aksuu", next);
    }

    [Fact]
    public async Task The_new_one_differs_and_every_other_session_ends()
    {
        await using var own = new RegistryHost();
        var (here, elsewhere) = (await own.SignedInAsync("holder.aksuu"), await own.SignedInAsync("holder.aksuu"));
        await here.PostAsync("/api/access/me/password", new { password = Password, newPassword = Password })
            .RefusedAsync(HttpStatusCode.BadRequest, "password.same");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/api/access/me")).StatusCode);
        await here.PostAsync("/api/access/me/password", new { password = Password, newPassword = "төрт ала каз көлдө" }).NothingAsync();
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/access/me")).StatusCode);
    }
}
