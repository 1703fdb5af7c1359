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
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await ActAsync("holder.aksuu", "suspend", new { reason = "Эмгек өргүүсүндө", confirm = "holder.aksuu" })).StatusCode
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
        var problem = await Host.Browser()
            .PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password })
            .JsonAsync(HttpStatusCode.Forbidden);
        Assert.Equal("sign-in.suspended", problem.Text("code"));
    }

    [Fact]
    public async Task Says_before_what_is_left_without_anybody_and_demands_the_login()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync();
        var id = (await FindAsync("holder.aksuu")).Id();
        var preview = await Admin.GetAsync($"/api/access/accounts/{id}/consequences").JsonAsync();
        Assert.Equal("holder.aksuu", preview.Text("name"));
        Assert.True(preview.GetProperty("canBeUndone").GetBoolean());
        Assert.Equal(1, preview.CountOf("accounts-closed"));
        Assert.True(preview.CountOf("sessions-ended") >= 1);
        Assert.True(preview.CountOf("cases-left") >= 1);
        Assert.True(preview.CountOf("steps-left") >= 1);
        // the rayon has no other holder; its town and aiyl aimak have their own
        Assert.Equal(1, preview.CountOf("territories-left"));
        foreach (var confirm in new[] { null, "", "holder.alamudun" })
        {
            var refused = await ActAsync("holder.aksuu", "suspend", new { reason = "x", confirm }).JsonAsync(HttpStatusCode.BadRequest);
            Assert.Equal("confirm.differs", refused.CodeAt("confirm"));
        }
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/access/me")).StatusCode);
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
