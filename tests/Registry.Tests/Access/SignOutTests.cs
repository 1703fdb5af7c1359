using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class SignOutTests : AccountTests
{
    [Fact]
    public async Task Ends_the_session()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var answer = await holder.PostAsync("/api/access/sign-out").JsonAsync();
        // a password sign-in has no other session to end
        Assert.False(answer.TryGetProperty("elsewhere", out var elsewhere) && elsewhere.ValueKind is not JsonValueKind.Null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
    }
}
