using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Other state systems in tests: registered by the administrator, then signed in by client credentials.</summary>
internal static class Systems
{
    public static async Task<(Guid Id, HttpClient System)> RegisterSystemAsync(
        this RegistryHost host,
        string clientId,
        string[] scopes,
        string? territory = Road.AkSuu
    )
    {
        var (id, secret) = await host.RegisterClientAsync(clientId, scopes, territory);
        return (id, await host.SystemAsync(clientId, secret));
    }

    public static async Task<(Guid Id, string Secret)> RegisterClientAsync(
        this RegistryHost host,
        string clientId,
        string[] scopes,
        string? territory
    )
    {
        var admin = await host.SignedInAsync("admin");
        var body = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
        var made = await admin
            .PostAsync(
                "/api/access/clients",
                new
                {
                    clientId,
                    client = new
                    {
                        name = $"Система {clientId}",
                        bodyId = body,
                        scopes,
                        validFrom = "2026-01-01",
                        validUntil = "2027-12-31",
                        territory,
                        addresses = Array.Empty<string>(),
                        perMinute = 600,
                    },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        if (scopes.Intersect(["known", "disclosures"]).Any())
            await host.ConfirmClientAsync(made.Id());
        return (made.Id(), made.Text("secret"));
    }

    /// <summary>The ministry confirms the administrator's request about a system.</summary>
    public static async Task<JsonElement> ConfirmClientAsync(this RegistryHost host, Guid id) =>
        await (await host.SignedInAsync("ministry")).DecideClientAsync(id).JsonAsync();

    public static async Task<HttpResponseMessage> DecideClientAsync(this HttpClient user, Guid id, bool confirm = true) =>
        await user.PostAsync($"/api/access/clients/{id}/decide", new { confirm }, (await user.WaitingAsync(id)).Id("version").Etag());

    /// <summary>The open request about a system, as a person of the authorised body sees it.</summary>
    public static async Task<JsonElement> WaitingAsync(this HttpClient user, Guid id) =>
        (await user.GetAsync("/api/access/clients/waiting?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(c => c.Id() == id);

    /// <summary>The administrator gives a system a new secret, or requests it.</summary>
    public static async Task<JsonElement> RotateClientAsync(this HttpClient admin, Guid id)
    {
        var path = $"/api/access/clients/{id}";
        var confirm = await admin.NameToTypeAsync($"{path}/consequences?act=rotate-secret");
        return await admin.PostAsync($"{path}/rotate", new { confirm }, await admin.VersionAsync(path)).JsonAsync();
    }

    public static Task<HttpResponseMessage> TokenAsync(this RegistryHost host, string id, string secret) =>
        host.Browser()
            .PostAsync(
                "/connect/token",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["grant_type"] = "client_credentials",
                        ["client_id"] = id,
                        ["client_secret"] = secret,
                    }
                )
            );

    public static async Task<HttpClient> SystemAsync(this RegistryHost host, string id, string secret)
    {
        var answer = await host.TokenAsync(id, secret);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, json.GetRawText());
        var system = host.Browser();
        system.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.Text("access_token"));
        return system;
    }
}
