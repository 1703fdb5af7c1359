using System.Net;

namespace Registry.Tests.Access;

[Clause("15.2")]
public sealed class ResumeAccountTests : AccountTests
{
    [Fact]
    public async Task Gives_the_access_back()
    {
        await ActAsync("holder.aksuu", "suspend", new { reason = "x", confirm = "holder.aksuu" });
        Assert.Equal(HttpStatusCode.NoContent, (await ActAsync("holder.aksuu", "resume")).StatusCode);
        await Host.SignedInAsync("holder.aksuu");
    }

    [Fact]
    public async Task Refuses_what_is_not_suspended() =>
        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync("holder.aksuu", "resume")).StatusCode);
}
