using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class SignOutTests : AccountTests
{
    [Fact]
    public async Task Ends_the_session()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.NoContent, (await holder.PostAsync("/api/access/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
    }
}
