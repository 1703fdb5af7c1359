using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
[Clause("16.1")]
public sealed class ChangeBodyTests(RegistryHost host)
{
    [Fact]
    public async Task Changes_what_was_seen_and_refuses_a_stale_version()
    {
        var admin = await host.SignedInAsync("admin");
        var id = (
            await admin
                .PostAsync("/api/access/bodies", new { body = RegisterBodyTests.Body("00101202600004") })
                .JsonAsync(HttpStatusCode.Created)
        ).Id();
        var version = await admin.VersionAsync($"/api/access/bodies/{id}");
        var changed = new { body = RegisterBodyTests.Body("00101202600004", "Переименован") };
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PutAsync($"/api/access/bodies/{id}", changed, version)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await admin.PutAsync($"/api/access/bodies/{id}", changed, version)).StatusCode);
        Assert.Equal("Переименован", (await admin.GetAsync($"/api/access/bodies/{id}").JsonAsync()).GetProperty("body").Text("nameRu"));
    }
}
