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
}
