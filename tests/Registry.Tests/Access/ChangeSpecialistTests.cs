using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
[Clause("16.3")]
public sealed class ChangeSpecialistTests(RegistryHost host)
{
    [Fact]
    public async Task Changes_the_position()
    {
        var admin = await host.SignedInAsync("admin");
        var id = (await admin.GetAsync("/api/access/specialists?search=" + Uri.EscapeDataString("Мамытов")).JsonAsync())
            .GetProperty("items")[0]
            .Id();
        var specialist = (await admin.GetAsync($"/api/access/specialists/{id}").JsonAsync()).GetProperty("specialist");
        var changed = new
        {
            bodyId = specialist.Id("bodyId"),
            surname = "Мамытов",
            name = "Эркин",
            pin = specialist.Text("pin"),
            position = "Директордун орун басары",
        };
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await admin.PutAsync(
                    $"/api/access/specialists/{id}",
                    new { specialist = changed },
                    await admin.VersionAsync($"/api/access/specialists/{id}")
                )
            ).StatusCode
        );
        Assert.Equal(
            "Директордун орун басары",
            (await admin.GetAsync($"/api/access/specialists/{id}").JsonAsync()).GetProperty("specialist").Text("position")
        );
    }
}
