using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>What one administrator allows another system is immediately visible to everyone else who grants access.</summary>
[Clause("15.5", "28")]
public sealed class ClientNewsTests : IDisposable
{
    private readonly RegistryHost _host = new();

    [Fact]
    public async Task Who_else_gives_access_hears_of_a_new_system_a_change_and_a_new_secret_and_the_administrator_who_did_it_does_not()
    {
        var (admin, ministry) = (await _host.SignedInAsync("admin"), await _host.SignedInAsync("ministry"));
        var (id, _) = await _host.RegisterClientAsync("asks-much", ["signals"], Road.AkSuu);
        Assert.Single(await ToldAsync(ministry));
        var address = $"/api/access/clients/{id}";
        var known = await admin.GetAsync(address).JsonAsync();
        var client = known.GetProperty("client").Deserialize<Dictionary<string, object?>>()!;
        client["perMinute"] = 60;
        await admin.PutAsync(address, new { client }, await admin.VersionAsync(address)).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(2, (await ToldAsync(ministry)).Count);
        await admin.RotateClientAsync(id);
        Assert.Equal(3, (await ToldAsync(ministry)).Count);
        Assert.Empty(await ToldAsync(admin));
    }

    [Fact]
    public async Task Nobody_can_ask_not_to_be_told()
    {
        var ministry = await _host.SignedInAsync("ministry");
        await ministry.PutAsync(
            "/api/access/notices/choices",
            new
            {
                kind = "client-changed",
                inBase = false,
                byMail = false,
            }
        );
        await _host.RegisterClientAsync("asks-more", ["signals"], Road.AkSuu);
        Assert.Contains("asks-more", Assert.Single(await ToldAsync(ministry)).Text("text"), StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ToldAsync(HttpClient reader) =>
        [
            .. (await reader.GetAsync("/api/access/notices?size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Where(n => n.Text("kind") == "client-changed"),
        ];

    public void Dispose() => _host.Dispose();
}
