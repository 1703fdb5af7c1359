using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.2")]
public sealed class SuspendAccountTests : AccountTests
{
    [Fact]
    public async Task Is_in_force_at_once_and_says_why()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.NoContent, (await ActAsync("holder.aksuu", "suspend", new { reason = "Эмгек өргүүсүндө" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
        var problem = await Host.Browser()
            .PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password })
            .JsonAsync(HttpStatusCode.Forbidden);
        Assert.Equal("sign-in.suspended", problem.Text("code"));
    }

    [Fact]
    public async Task Needs_a_reason() =>
        Assert.Equal(
            "field.required",
            (await ActAsync("holder.aksuu", "suspend", new { reason = "" }).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("reason")
        );

    [Fact]
    public async Task Nobody_suspends_themselves() =>
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync("admin", "suspend", new { reason = "x" })).StatusCode);
}
