using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>What the tests of the account slices share: a host of their own and an administrator.</summary>
public abstract class AccountTests : IAsyncLifetime
{
    internal const string Password = "kyzyl-alma-2026-demo";
    internal RegistryHost Host { get; } = new();
    internal HttpClient Admin { get; private set; } = null!;

    public async Task InitializeAsync() => Admin = await Host.SignedInAsync("admin");

    internal async Task<JsonElement> FindAsync(string login) =>
        (await Admin.GetAsync($"/api/access/accounts?search={login}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == login);

    internal async Task<HttpResponseMessage> ActAsync(string login, string act, object? body = null)
    {
        var id = (await FindAsync(login)).Id();
        return await Admin.PostAsync($"/api/access/accounts/{id}/{act}", body, await Admin.VersionAsync($"/api/access/accounts/{id}"));
    }

    internal static object Access(
        string role = "holder",
        string? territory = Road.AkSuu,
        string from = "2026-11-23",
        string? until = "2027-11-23"
    ) =>
        new
        {
            role,
            territory,
            validFrom = from,
            validUntil = until,
        };

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
