using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>What was disclosed to another state system, read over the integrators' API.</summary>
[Clause("27", "12.2")]
public sealed class ReadDisclosedTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;
    private (Guid Id, HttpClient System) _court;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _unit = await _host.SignedInAsync("unit.aksuu");
        _court = await _host.RegisterSystemAsync("court", ["disclosures"]);
    }

    private async Task<Guid> GrantedAsync(string asker = "state-body")
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var asked = new
        {
            asker,
            askedBy = "Ак-Суу райондук соту",
            ground = "ГПК, 92-берене",
            document = "№ 12, 20.11.2026",
            purpose = "Камкордук тууралуу иш",
            askedOn = "2026-11-23",
            wanted = new[] { "card" },
        };
        var id = (await _holder.PostAsync($"/api/integration/disclosures/of-child/{child}", asked).JsonAsync(HttpStatusCode.Created)).Id();
        var grant = asker == "subject" ? new[] { "card", "assessment", "plan", "monitoring" } : ["card"];
        var version = await _unit.VersionAsync($"/api/integration/disclosures/{id}");
        await _unit.PostAsync($"/api/integration/disclosures/{id}/decide", new { grant }, version).JsonAsync(HttpStatusCode.NoContent);
        return id;
    }

    private async Task<HttpResponseMessage> GiveAsync(
        Guid id,
        Guid? system,
        string form = "system",
        string? to = null,
        string on = "2026-11-23"
    ) =>
        await _holder.PostAsync(
            $"/api/integration/disclosures/{id}/give",
            new
            {
                @as = form,
                on,
                to,
                systemId = system,
            },
            await _holder.VersionAsync($"/api/integration/disclosures/{id}")
        );

    private Task<JsonElement> ReadAsync(Guid id) => _holder.GetAsync($"/api/integration/disclosures/{id}").JsonAsync();

    [Fact]
    [Clause("28")]
    public async Task A_system_reads_exactly_what_was_granted_and_the_register_says_when()
    {
        var id = await GrantedAsync();
        var choice = await _holder.GetAsync($"/api/integration/disclosures/{id}/systems").JsonAsync();
        Assert.Equal(_court.Id, choice.GetProperty("systems").EnumerateArray().Single().Id());
        Assert.Equal(0, (await _court.System.GetAsync("/api/v1/disclosures").JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await _court.System.GetAsync($"/api/v1/disclosures/{id}")).StatusCode);

        await GiveAsync(id, _court.Id).JsonAsync(HttpStatusCode.NoContent);
        var row = (await _court.System.GetAsync("/api/v1/disclosures").JsonAsync()).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((id, "2026-11-23", "2026-12-23"), (row.Id(), row.Text("givenOn"), row.Text("readableUntil")));
        Assert.False((await ReadAsync(id)).TryGetProperty("readBySystemAt", out var unread) && unread.ValueKind is JsonValueKind.String);

        var answer = await _court.System.GetAsync($"/api/v1/disclosures/{id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var content = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(await _holder.GetByteArrayAsync($"/api/integration/disclosures/{id}/file?format=json"), content);
        var read = await ReadAsync(id);
        var hash = Convert.FromHexString(read.Text("hash"));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(hash)}:", answer.Headers.GetValues("Repr-Digest").Single());
        Assert.Equal("Система court", read.GetProperty("contents").Text("givenTo"));
        Assert.Equal("2026-12-23", read.Text("readableUntil"));
        Assert.Equal(JsonValueKind.String, read.GetProperty("readBySystemAt").ValueKind);

        // [15.6] it is listed among those who have seen the child
        var child = read.GetProperty("row").Id("childId");
        var ministry = await _host.SignedInAsync("ministry");
        var seen = await ministry.GetStringAsync($"/api/access/journal/of-child/{child}?size=100");
        Assert.Contains("ReadDisclosed", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_system_another_territory_and_another_scope_find_nothing()
    {
        var id = await GrantedAsync();
        var (police, asPolice) = await _host.RegisterSystemAsync("police", ["disclosures"]);
        var (alamudun, asAlamudun) = await _host.RegisterSystemAsync("alamudun", ["disclosures"], Road.Alamudun);
        var (school, asSchool) = await _host.RegisterSystemAsync("school", ["signals", "known", "statistics", "dictionaries"]);
        foreach (var other in new[] { alamudun, school, id })
            Assert.Equal("disclosure.system-unknown", (await GiveAsync(id, other).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("systemId"));
        await GiveAsync(id, _court.Id).JsonAsync(HttpStatusCode.NoContent);
        Assert.NotEqual(police, _court.Id);
        foreach (var other in new[] { asPolice, asAlamudun })
        {
            Assert.Equal(0, (await other.GetAsync("/api/v1/disclosures").JsonAsync()).GetProperty("items").GetArrayLength());
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/disclosures/{id}")).StatusCode);
        }
        foreach (var path in new[] { "/api/v1/disclosures", $"/api/v1/disclosures/{id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await asSchool.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await _holder.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task It_can_be_read_for_thirty_days_and_not_after_the_access_ended()
    {
        var (first, second) = (await GrantedAsync(), await GrantedAsync());
        foreach (var id in new[] { first, second })
            await GiveAsync(id, _court.Id).JsonAsync(HttpStatusCode.NoContent);
        var page = await _court.System.GetAsync("/api/v1/disclosures?size=1").JsonAsync();
        var next = await _court.System.GetAsync($"/api/v1/disclosures?size=1&cursor={page.Text("next")}").JsonAsync();
        Assert.Equal(
            new[] { first, second }.Order(),
            new[] { page, next }.Select(p => p.GetProperty("items").EnumerateArray().Single().Id()).Order()
        );
        var admin = await _host.SignedInAsync("admin");
        var version = await admin.VersionAsync($"/api/access/clients/{_court.Id}");
        await admin
            .PostAsync(
                $"/api/access/clients/{_court.Id}/revoke",
                new { confirm = await admin.NameToTypeAsync($"/api/access/clients/{_court.Id}/consequences?act=revoke") },
                version
            )
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _court.System.GetAsync($"/api/v1/disclosures/{first}")).StatusCode);
    }

    [Fact]
    public async Task After_thirty_days_it_is_gone_and_must_be_asked_for_anew()
    {
        var id = await GrantedAsync();
        await GiveAsync(id, _court.Id).JsonAsync(HttpStatusCode.NoContent);
        _host.Clock.Advance(TimeSpan.FromDays(31));
        var (_, later) = await _host.RegisterSystemAsync("later", ["disclosures"]);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/api/v1/disclosures")).StatusCode);
        var again = await SignedInAgainAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync($"/api/v1/disclosures/{id}")).StatusCode);
        Assert.Equal(0, (await again.GetAsync("/api/v1/disclosures").JsonAsync()).GetProperty("items").GetArrayLength());
    }

    private async Task<HttpClient> SignedInAgainAsync()
    {
        var admin = await _host.SignedInAsync("admin");
        await admin.RotateClientAsync(_court.Id);
        var secret = await _host.ConfirmClientAsync(_court.Id);
        return await _host.SystemAsync("court", secret.Text("secret"));
    }

    [Fact]
    public async Task A_subjects_own_data_go_to_no_system_and_a_person_must_be_named_otherwise()
    {
        var own = await GrantedAsync("subject");
        Assert.Equal(
            0,
            (await _holder.GetAsync($"/api/integration/disclosures/{own}/systems").JsonAsync()).GetProperty("systems").GetArrayLength()
        );
        Assert.Equal("disclosure.system-for-bodies", (await GiveAsync(own, _court.Id).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("as"));
        var id = await GrantedAsync();
        Assert.Equal(
            "disclosure.system-today",
            (await GiveAsync(id, _court.Id, on: "2026-11-20").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("on")
        );
        Assert.NotNull((await GiveAsync(id, null).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("systemId"));
        Assert.NotNull((await GiveAsync(id, null, "paper").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("to"));
        Assert.NotNull((await GiveAsync(id, _court.Id, "paper", "Сот").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("systemId"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
