using System.Net;
using System.Text.Json;
using Registry.Access;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>What another system learns about children, and its new secret, takes two people, as access does [8, 15.5].</summary>
[Clause("8", "15.5")]
public sealed class ClientRequestTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;
    private HttpClient _ministry = null!;
    private Guid _body;

    public async Task InitializeAsync()
    {
        _admin = await _host.SignedInAsync("admin");
        _ministry = await _host.SignedInAsync("ministry");
        _body = (await _admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
    }

    private object Client(params string[] scopes) =>
        new
        {
            name = "Соттук система",
            bodyId = _body,
            scopes,
            validFrom = "2026-01-01",
            validUntil = "2027-12-31",
            territory = Road.AkSuu,
            addresses = Array.Empty<string>(),
            perMinute = 600,
        };

    private async Task<(Guid Id, string Secret)> RegisterAsync(params string[] scopes)
    {
        var made = await _admin
            .PostAsync("/api/access/clients", new { clientId = "court", client = Client(scopes) })
            .JsonAsync(HttpStatusCode.Created);
        return (made.Id(), made.Text("secret"));
    }

    private Task<HttpResponseMessage> ChangeAsync(Guid id, params string[] scopes) => PutAsync(id, new { client = Client(scopes) });

    private async Task<HttpResponseMessage> PutAsync(Guid id, object body) =>
        await _admin.PutAsync($"/api/access/clients/{id}", body, await _admin.VersionAsync($"/api/access/clients/{id}"));

    private static async Task<HttpStatusCode> AskAsync(HttpClient court) =>
        (await court.PostAsync("/api/v1/children/known", new { pin = Road.NewPin(), ground = "№ 1" })).StatusCode;

    private async Task<string[]> ScopesAsync(Guid id) =>
        [
            .. (await _admin.GetAsync($"/api/access/clients/{id}").JsonAsync())
                .GetProperty("client")
                .GetProperty("scopes")
                .EnumerateArray()
                .Select(s => s.GetString()!),
        ];

    private async Task<int> WaitingAsync() =>
        (await _ministry.GetAsync("/api/access/clients/waiting").JsonAsync()).GetProperty("items").GetArrayLength();

    [Fact]
    public async Task A_new_system_asks_about_children_only_when_another_person_has_confirmed_it()
    {
        var (id, secret) = await RegisterAsync("dictionaries", "known");
        var court = await _host.SystemAsync("court", secret);
        Assert.Equal(HttpStatusCode.OK, (await court.GetAsync("/api/v1/territories")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(court));
        Assert.Equal(["dictionaries"], await ScopesAsync(id));

        // not by the requester
        await _admin.DecideClientAsync(id).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(court));

        var row = await _ministry.WaitingAsync(id);
        Assert.True(row.GetProperty("canDecide").GetBoolean());
        Assert.False((await _admin.WaitingAsync(id)).GetProperty("canDecide").GetBoolean());
        Assert.Equal(JsonValueKind.Null, (await _host.ConfirmClientAsync(id)).GetProperty("secret").ValueKind);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(court));
        Assert.Equal(0, await WaitingAsync());
        var again = await _ministry.PostAsync($"/api/access/clients/{id}/decide", new { confirm = true }, row.Id("version").Etag());
        Assert.Contains(again.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
    }

    [Fact]
    public async Task More_about_children_waits_and_less_does_not()
    {
        var (id, secret) = await RegisterAsync("signals");
        await ChangeAsync(id, "signals", "known").NothingAsync();
        Assert.Equal(["signals"], await ScopesAsync(id));
        // one request at a time
        await ChangeAsync(id, "signals", "disclosures").RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        await _ministry.DecideClientAsync(id, confirm: false).JsonAsync();
        Assert.Equal(["signals"], await ScopesAsync(id));

        await ChangeAsync(id, "signals", "known").NothingAsync();
        await _host.ConfirmClientAsync(id);
        Assert.Equal(["signals", "known"], await ScopesAsync(id));
        var court = await _host.SystemAsync("court", secret);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(court));
        await ChangeAsync(id, "signals").NothingAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(court));
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_new_secret_is_shown_to_whoever_confirms_it_and_not_to_whoever_asked()
    {
        var (id, first) = await RegisterAsync("known");
        await _host.ConfirmClientAsync(id);
        var asked = await _admin.RotateClientAsync(id);
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (asked.GetProperty("secret").ValueKind, asked.GetProperty("earlierUntil").ValueKind)
        );
        var second = (await _host.ConfirmClientAsync(id)).Text("secret");
        Assert.NotEqual(first, second);
        foreach (var secret in new[] { first, second })
            Assert.Equal(HttpStatusCode.OK, await AskAsync(await _host.SystemAsync("court", secret)));
        _host.Clock.Advance(TimeSpan.FromDays(8));
        Assert.NotEqual(HttpStatusCode.OK, (await _host.TokenAsync("court", first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.TokenAsync("court", second)).StatusCode);
    }

    [Fact]
    public async Task Who_asked_takes_it_back_nobody_else_and_nothing_is_decided_then()
    {
        var (id, _) = await RegisterAsync("known");
        var version = (await _ministry.WaitingAsync(id)).Id("version").Etag();
        await _ministry
            .PostAsync($"/api/access/clients/{id}/withdraw", new { }, version)
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await _admin.PostAsync($"/api/access/clients/{id}/withdraw", new { }, version).NothingAsync();
        Assert.Equal(0, await WaitingAsync());
        version = await _admin.VersionAsync($"/api/access/clients/{id}");
        await _ministry
            .PostAsync($"/api/access/clients/{id}/decide", new { confirm = true }, version)
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
    }

    [Fact]
    public async Task A_revoked_system_waits_for_nothing()
    {
        var (id, _) = await RegisterAsync("known");
        var path = $"/api/access/clients/{id}";
        var confirm = await _admin.NameToTypeAsync($"{path}/consequences?act=revoke");
        await _admin.PostAsync($"{path}/revoke", new { confirm }, await _admin.VersionAsync(path)).NothingAsync();
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task The_operator_confirms_on_the_machine_only_where_nobody_else_can()
    {
        var (id, _) = await RegisterAsync("known");
        Task<string?> OnMachineAsync() => _host.InScopeAsync(s => AccessModule.ConfirmAccessOnMachineAsync(s, "court", default));
        await Assert.ThrowsAsync<InvalidOperationException>(OnMachineAsync);
        var account = (await _admin.GetAsync("/api/access/accounts?search=ministry").JsonAsync()).GetProperty("items")[0].Id();
        await _admin
            .PostAsync(
                $"/api/access/accounts/{account}/suspend",
                new { reason = "x", confirm = "ministry" },
                await _admin.VersionAsync($"/api/access/accounts/{account}")
            )
            .NothingAsync();
        Assert.True((await _admin.WaitingAsync(id)).GetProperty("onMachine").GetBoolean());
        Assert.Null(await OnMachineAsync());
        Assert.Equal(["known"], await ScopesAsync(id));
        await Assert.ThrowsAsync<InvalidOperationException>(OnMachineAsync);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
