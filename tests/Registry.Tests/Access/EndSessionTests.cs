using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.2")]
public sealed class EndSessionTests : AccountTests
{
    [Fact]
    public async Task An_ended_session_is_refused_on_its_next_request()
    {
        var (here, there) = (await Host.SignedInAsync("holder.aksuu"), await Host.SignedInAsync("holder.aksuu"));
        var session = (await there.GetAsync("/api/access/me/sessions").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(s => s.GetProperty("isThisOne").GetBoolean())
            .Id();
        Assert.Equal(HttpStatusCode.NoContent, (await here.PostAsync($"/api/access/sessions/{session}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_but_who_manages_accounts()
    {
        var (holder, other) = (await Host.SignedInAsync("holder.aksuu"), await Host.SignedInAsync("holder.alamudun"));
        var session = (await holder.GetAsync("/api/access/me/sessions").JsonAsync()).GetProperty("items")[0].Id();
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/access/sessions/{session}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Admin.PostAsync($"/api/access/sessions/{session}/end")).StatusCode);
    }
}
