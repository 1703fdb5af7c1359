using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.2")]
public sealed class ResetPasswordTests : AccountTests
{
    [Fact]
    public async Task Ends_all_sessions_and_gives_a_password_that_must_be_changed()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var password = (await ActAsync("holder.aksuu", "reset-password", new { confirm = "holder.aksuu" }).JsonAsync()).Text("password");
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Host.Browser().PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password })).StatusCode
        );
        Assert.Equal(
            "change-password",
            (await Host.Browser().PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password }).JsonAsync()).Text("next")
        );
    }
}
