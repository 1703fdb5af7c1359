using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Other state systems using the integrators' API: registered by the administrator, signed in by client credentials [12.2, 15.5].</summary>
[Clause("12.2", "15.5")]
public sealed class IntegratorTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;
    private Guid _body;

    public async Task InitializeAsync()
    {
        _admin = await _host.SignedInAsync("admin");
        _body = (await _admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
    }

    private object Client(string[]? scopes = null, string? territory = Road.AkSuu, string[]? addresses = null, int perMinute = 600) =>
        new
        {
            name = "Мектептер системасы",
            bodyId = _body,
            scopes = scopes ?? ["signals", "known", "statistics", "dictionaries"],
            validFrom = "2026-01-01",
            validUntil = "2027-12-31",
            territory,
            addresses = addresses ?? [],
            perMinute,
        };

    private async Task<(Guid Id, string Secret)> RegisterAsync(string id = "schools", object? client = null)
    {
        var made = await _admin
            .PostAsync("/api/access/clients", new { clientId = id, client = client ?? Client() })
            .JsonAsync(HttpStatusCode.Created);
        if ((await _admin.GetAsync("/api/access/clients/waiting").JsonAsync()).GetProperty("items").GetArrayLength() > 0)
            await _host.ConfirmClientAsync(made.Id());
        return (made.Id(), made.Text("secret"));
    }

    private Task<HttpResponseMessage> TokenAsync(string id, string secret) => _host.TokenAsync(id, secret);

    private Task<HttpClient> SystemAsync(string id, string secret) => _host.SystemAsync(id, secret);

    [Fact]
    public async Task The_feed_names_processed_signals_once_in_order_and_only_to_who_sent_them()
    {
        var (_, secret) = await RegisterAsync();
        var (_, other) = await RegisterAsync("police-feed");
        var school = await SystemAsync("schools", secret);
        var police = await SystemAsync("police-feed", other);
        var sent = new List<Guid>();
        for (var i = 0; i < 3; i++)
            sent.Add((await school.PostAsync("/api/v1/signals", Signal).JsonAsync(HttpStatusCode.Created)).Id());
        Assert.Equal(0, (await school.GetAsync("/api/v1/changes").JsonAsync()).GetProperty("items").GetArrayLength());

        var holder = await _host.SignedInAsync("holder.aksuu");
        foreach (var id in sent)
            await holder.OpenCardFromAsync(id, Road.NewIdentity());
        // the newest rows wait: one with an earlier timestamp might still be committed
        Assert.Equal(0, (await school.GetAsync("/api/v1/changes").JsonAsync()).GetProperty("items").GetArrayLength());
        _host.Clock.Advance(TimeSpan.FromSeconds(40));
        var told = new List<Guid>();
        string? cursor = null;
        JsonElement page;
        do
        {
            page = await school.GetAsync($"/api/v1/changes?size=2{(cursor is null ? "" : $"&cursor={cursor}")}").JsonAsync();
            told.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Id("signalId")));
            cursor = page.Text("cursor");
        } while (page.GetProperty("more").GetBoolean());
        Assert.Equal(sent, told);
        var rest = await school.GetAsync($"/api/v1/changes?cursor={cursor}").JsonAsync();
        Assert.Equal((0, cursor), (rest.GetProperty("items").GetArrayLength(), rest.Text("cursor")));
        Assert.Equal(0, (await police.GetAsync("/api/v1/changes").JsonAsync()).GetProperty("items").GetArrayLength());
    }

    private static readonly object Signal = new
    {
        channel = "school",
        urgency = "ordinary",
        foundOn = "2026-11-23",
        territory = Road.AkSuu,
        account = "Үч күндөн бери мектепке келбейт.",
        child = new
        {
            surname = "Мектептова",
            name = "Айпери",
            birthDate = "2015-03-01",
        },
    };

    [Fact]
    [Clause("13b.1")]
    public async Task A_school_sends_a_signal_and_hears_what_became_of_it()
    {
        var (_, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        var sent = await school.PostAsync("/api/v1/signals", Signal, key: "one").JsonAsync(HttpStatusCode.Created);
        Assert.Equal("2026-11-25", sent.Text("processedBy"));
        // repeated after a lost connection, it is one signal
        var again = await school.PostAsync("/api/v1/signals", Signal, key: "one").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(sent.Id(), again.Id());
        Assert.Equal("received", (await school.GetAsync($"/api/v1/signals/{sent.Id()}").JsonAsync()).Text("status"));

        var holder = await _host.SignedInAsync("holder.aksuu");
        // the sending body is the reporter, never empty
        var reporter = (await holder.GetAsync($"/api/children/signals/{sent.Id()}").JsonAsync())
            .GetProperty("contents")
            .GetProperty("reporter");
        Assert.Equal((false, "Мектептер системасы"), (reporter.GetProperty("anonymous").GetBoolean(), reporter.Text("name")));
        await holder.OpenCardFromAsync(sent.Id(), Road.NewIdentity("Мектептова", "Айпери"));
        var after = await school.GetAsync($"/api/v1/signals/{sent.Id()}").JsonAsync();
        Assert.Equal(("accepted", "2026-11-23"), (after.Text("status"), after.Text("processedOn")));
        Assert.DoesNotContain("childId", after.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", "1915-03-01", null, "child.born-too-early")]
    [InlineData("2026-11-23", "2115-03-01", null, "child.born-in-future")]
    [InlineData("2026-11-23", "1995-03-01", null, "child.too-old")]
    [InlineData("2026-11-23", "2015-03-01", 40, "child.age-tells-otherwise")]
    [InlineData("2026-11-23", "2006-03-01", null, "child.adult")]
    [InlineData("2126-11-23", "2015-03-01", null, "signal.found-in-future")]
    [InlineData("1926-11-23", "2015-03-01", null, "signal.found-too-early")]
    [InlineData("2026-09-01", "2015-03-01", null, "signal.found-long-ago")]
    [Clause("13b.1", "19.2")]
    public async Task A_systems_signal_is_never_refused_for_its_dates(string foundOn, string born, int? age, string doubt)
    {
        var (_, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        var signal = JsonSerializer.SerializeToNode(Signal)!;
        signal["foundOn"] = foundOn;
        signal["child"]!["birthDate"] = born;
        signal["child"]!["age"] = age;
        var sent = await school.PostAsync("/api/v1/signals", signal).JsonAsync(HttpStatusCode.Created);
        Assert.Equal([doubt], sent.GetProperty("doubts").EnumerateArray().Select(d => d.GetString()));
        Assert.Equal("2026-11-25", sent.Text("processedBy"));

        // the district sees what was sent and resolves it when opening the card
        var holder = await _host.SignedInAsync("holder.aksuu");
        var path = $"/api/children/signals/{sent.Id()}";
        var shown = await holder.GetAsync(path).JsonAsync();
        var ofFound = doubt.StartsWith("signal.", StringComparison.Ordinal);
        Assert.Equal(ofFound, shown.GetProperty("foundOnInDoubt").GetBoolean());
        Assert.Equal(
            !ofFound,
            shown.GetProperty("contents").GetProperty("child").TryGetProperty("birthDateInDoubt", out var inDoubt)
                && inDoubt.ValueKind is JsonValueKind.True
        );
        Assert.Equal(born, shown.GetProperty("contents").GetProperty("child").Text("birthDate"));
        var impossible = doubt is "signal.found-in-future" or "signal.found-too-early";
        Assert.Equal(impossible ? "2026-11-23" : foundOn, shown.Text("foundOn"));
        if (impossible)
            Assert.Equal(foundOn, shown.GetProperty("contents").Text("sentFoundOn"));
        if (!ofFound)
            return;
        var identity = Road.NewIdentity("Мектептова", "Айпери", birthDate: "2015-03-01");
        var unsettled = await holder
            .PostAsync($"{path}/open-card", new { identity, otherChildBecause = "x" }, await holder.VersionAsync(path))
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("signal.found-in-doubt", unsettled.CodeAt("foundOn"));
        var settled = new
        {
            identity,
            otherChildBecause = "x",
            foundOn = "2026-11-20",
        };
        var card = await holder.PostAsync($"{path}/open-card", settled, await holder.VersionAsync(path)).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("2026-11-20", (await holder.CardAsync(card.Id("childId"))).GetProperty("case").Text("foundOn"));
        shown = await holder.GetAsync(path).JsonAsync();
        Assert.Equal(("2026-11-20", false), (shown.Text("foundOn"), shown.GetProperty("foundOnInDoubt").GetBoolean()));
    }

    [Fact]
    public async Task A_system_sees_its_own_signals_alone_and_sends_into_its_territory_alone()
    {
        var (_, one) = await RegisterAsync("schools");
        var (_, two) = await RegisterAsync("police");
        var (school, police) = (await SystemAsync("schools", one), await SystemAsync("police", two));
        var sent = await school.PostAsync("/api/v1/signals", Signal).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync($"/api/v1/signals/{sent.Id()}")).StatusCode);
        var elsewhere = JsonSerializer.SerializeToNode(Signal)!;
        elsewhere["territory"] = Road.Alamudun;
        Assert.Equal(HttpStatusCode.Forbidden, (await school.PostAsync("/api/v1/signals", elsewhere)).StatusCode);
    }

    [Fact]
    [Clause("15.6")]
    public async Task Who_asks_whether_a_child_is_known_is_written_down_and_told_yes_or_no()
    {
        const string pin = "20405201600123";
        var (id, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity(pin: pin, birthDate: "2016-05-04"))).Id("childId");
        async Task<bool> KnownAsync(string asked) =>
            (await school.PostAsync("/api/v1/children/known", new { pin = asked, ground = "Билим берүү мыйзамы, 12" }).JsonAsync())
                .GetProperty("known")
                .GetBoolean();
        Assert.True(await KnownAsync(pin));
        Assert.False(await KnownAsync("10101201500456"));
        var seen = (await _admin.GetAsync($"/api/access/journal/of-child/{child}?size=100").JsonAsync()).GetProperty("items");
        Assert.Contains(
            seen.EnumerateArray(),
            e => e.Text("action") == "AskKnown" && e.Id("accountId") == id && e.Text("role") == "integrator"
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await school.PostAsync("/api/v1/children/known", new { pin, ground = "" })).StatusCode);
        // from elsewhere the child is unknown
        var (_, far) = await RegisterAsync("far-schools", Client(territory: Road.Alamudun));
        var other = await SystemAsync("far-schools", far);
        var told = await other.PostAsync("/api/v1/children/known", new { pin, ground = "x" }).JsonAsync();
        Assert.False(told.GetProperty("known").GetBoolean());
    }

    [Fact]
    [Clause("15.2")]
    public async Task Scopes_term_and_revocation_are_in_force_at_the_next_call()
    {
        var (id, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        Assert.Equal(HttpStatusCode.OK, (await school.GetAsync("/api/v1/territories")).StatusCode);
        var version = await _admin.VersionAsync($"/api/access/clients/{id}");
        await _admin
            .PutAsync($"/api/access/clients/{id}", new { client = Client(["signals"]) }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await school.GetAsync("/api/v1/territories")).StatusCode);
        version = await _admin.VersionAsync($"/api/access/clients/{id}");
        await _admin
            .PostAsync(
                $"/api/access/clients/{id}/revoke",
                new { confirm = await _admin.NameToTypeAsync($"/api/access/clients/{id}/consequences?act=revoke") },
                version
            )
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.PostAsync("/api/v1/signals", Signal)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await TokenAsync("schools", secret)).StatusCode);
        var listed = (await _admin.GetAsync("/api/access/clients").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("revoked", listed.Text("status"));
        Assert.NotNull(listed.GetProperty("lastUsedAt").GetString());
    }

    [Fact]
    public async Task A_rotated_secret_overlaps_with_the_earlier_one_for_a_week()
    {
        var (id, first) = await RegisterAsync(client: Client(["signals"]));
        var second = (await _admin.RotateClientAsync(id)).Text("secret");
        Assert.NotEqual(first, second);
        foreach (var secret in new[] { first, second })
            Assert.Equal(HttpStatusCode.OK, (await TokenAsync("schools", secret)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await TokenAsync("schools", "0" + second[1..] + "0")).StatusCode);
        _host.Clock.Advance(TimeSpan.FromDays(8));
        Assert.NotEqual(HttpStatusCode.OK, (await TokenAsync("schools", first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync("schools", second)).StatusCode);
    }

    [Fact]
    public async Task Too_many_calls_in_a_minute_are_refused_until_the_next()
    {
        var (_, secret) = await RegisterAsync(client: Client(perMinute: 3));
        var school = await SystemAsync("schools", secret);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await school.GetAsync("/api/v1/territories")).StatusCode);
        var refused = await school.GetAsync("/api/v1/territories");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await school.GetAsync("/api/v1/territories")).StatusCode);
    }

    [Fact]
    public async Task No_token_opens_what_people_use_and_no_cookie_what_systems_use()
    {
        var (_, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        foreach (var path in new[] { "/api/access/me", "/api/children/work-list", "/api/children/signals" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await school.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _admin.GetAsync("/api/v1/territories")).StatusCode);
        var forged = _host.Browser();
        forged.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "eyJhbGciOiJub25lIn0.e30.");
        Assert.Equal(HttpStatusCode.Unauthorized, (await forged.GetAsync("/api/v1/territories")).StatusCode);
    }

    [Fact]
    public async Task A_token_for_another_audience_opens_nothing()
    {
        await using var host = new RegistryHost
        {
            With = services =>
                services
                    .AddOpenIddict()
                    .AddServer(server =>
                        server.AddEventHandler<OpenIddictServerEvents.HandleTokenRequestContext>(on =>
                            on.UseInlineHandler(context =>
                                {
                                    context.Principal?.SetResources("another-api");
                                    return default;
                                })
                                .SetOrder(1)
                        )
                    ),
        };
        var (_, secret) = await host.RegisterClientAsync("schools", ["dictionaries"], Road.AkSuu);
        var school = await host.SystemAsync("schools", secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.GetAsync("/api/v1/dictionaries")).StatusCode);
        var (_, own) = await _host.RegisterClientAsync("schools", ["dictionaries"], Road.AkSuu);
        Assert.Equal(HttpStatusCode.OK, (await (await SystemAsync("schools", own)).GetAsync("/api/v1/dictionaries")).StatusCode);
    }

    [Fact]
    public async Task A_system_calls_from_its_registered_addresses_alone()
    {
        var (_, secret) = await RegisterAsync(client: Client(addresses: ["203.0.113.7"]));
        var school = await SystemAsync("schools", secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.GetAsync("/api/v1/territories")).StatusCode);
        var wrong = await _admin
            .PostAsync("/api/access/clients", new { clientId = "x-system", client = Client(addresses: ["here"]) })
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("client.address-wrong", wrong.GetProperty("errors")[0].Text("code"));
    }

    [Fact]
    [Clause("22.7")]
    public async Task Statistics_and_dictionaries_are_read_and_small_counts_are_not_told()
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 10, 4, 0, 0, TimeSpan.Zero));
        _admin = await _host.SignedInAsync("admin");
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var (_, secret) = await RegisterAsync();
        var school = await SystemAsync("schools", secret);
        var told = await school.GetAsync("/api/v1/statistics?report=children&by=age&year=2026").JsonAsync();
        Assert.All(
            told.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("value")),
            v => Assert.True(v.ValueKind is JsonValueKind.Null || v.GetInt64() is 0 or >= 5)
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await school.GetAsync("/api/v1/statistics?report=children&by=district&year=2026")).StatusCode
        );
        var dictionaries = (await school.GetAsync("/api/v1/dictionaries").JsonAsync()).GetProperty("items");
        Assert.Contains(dictionaries.EnumerateArray(), d => d.Text("dictionary") == "channel" && d.Text("code") == "school");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
