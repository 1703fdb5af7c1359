using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Registry.Tests.Host;
using UglyToad.PdfPig;

namespace Registry.Tests.Integration;

/// <summary>Disclosing confidential information [27].</summary>
[Clause("27", "15.6", "24")]
public sealed class DisclosureTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;

    public async Task InitializeAsync()
    {
        _holder = await host.SignedInAsync("holder.aksuu");
        _unit = await host.SignedInAsync("unit.aksuu");
    }

    private static object Asked(string asker = "state-body", params string[] wanted) =>
        new
        {
            asker,
            askedBy = "Ак-Суу райондук соту",
            ground = "ГПК, 92-берене",
            document = "№ 12, 20.11.2026",
            purpose = "Камкордук тууралуу иш",
            askedOn = "2026-11-23",
            wanted = wanted.Length > 0 ? wanted : ["card", "assessment"],
        };

    private static async Task<JsonElement> RegisterAsync(HttpClient user, Guid child, object? asked = null) =>
        await user.PostAsync($"/api/integration/disclosures/of-child/{child}", asked ?? Asked()).JsonAsync(HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient user, Guid id, string[] grant, string? remarks = null) =>
        await user.PostAsync(
            $"/api/integration/disclosures/{id}/decide",
            new { grant, remarks },
            await user.VersionAsync($"/api/integration/disclosures/{id}")
        );

    private async Task<Guid> ChildAsync()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.AssessAsync(child);
        return child;
    }

    [Fact]
    public async Task Nothing_is_given_before_a_second_person_has_decided()
    {
        var child = await ChildAsync();
        var asked = (await RegisterAsync(_unit, child)).Id();
        var own = await (await DecideAsync(_unit, asked, ["card", "assessment"])).Content.ReadAsStringAsync();
        Assert.Contains("decision.same-person", own, StringComparison.Ordinal);
        foreach (var format in new[] { "json", "pdf" })
            Assert.Equal(
                HttpStatusCode.Conflict,
                (await _unit.GetAsync($"/api/integration/disclosures/{asked}/file?format={format}")).StatusCode
            );
        var given = new
        {
            @as = "paper",
            on = "2026-11-23",
            to = "Сот катчысы",
        };
        var version = await _holder.VersionAsync($"/api/integration/disclosures/{asked}");
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await _holder.PostAsync($"/api/integration/disclosures/{asked}/give", given, version)).StatusCode
        );

        var ministry = await host.SignedInAsync("ministry");
        Assert.Equal(HttpStatusCode.NoContent, (await DecideAsync(ministry, asked, ["card", "assessment"])).StatusCode);
        version = await _holder.VersionAsync($"/api/integration/disclosures/{asked}");
        await _holder.PostAsync($"/api/integration/disclosures/{asked}/give", given, version).JsonAsync(HttpStatusCode.NoContent);
        var of = (await _unit.GetAsync($"/api/integration/disclosures/of-child/{child}").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("given", of.GetProperty("row").Text("status"));
        Assert.Equal("Сот катчысы", of.Text("givenTo"));
    }

    [Fact]
    public async Task What_was_granted_is_the_same_to_the_byte_after_the_card_has_changed()
    {
        var child = await ChildAsync();
        var asked = (await RegisterAsync(_holder, child)).Id();
        Assert.Equal(HttpStatusCode.NoContent, (await DecideAsync(_unit, asked, ["card", "assessment"])).StatusCode);
        var path = $"/api/integration/disclosures/{asked}/file?format=";
        var before = await _holder.GetByteArrayAsync(path + "json");
        var card = await _holder.CardAsync(child);
        var identity = new { section = Road.NewIdentity("Башкаева") };
        await _holder
            .PutAsync($"/api/children/cards/{child}/identity", identity, card.SectionVersion("identity"))
            .JsonAsync(HttpStatusCode.OK);
        Assert.Equal(before, await _holder.GetByteArrayAsync(path + "json"));
        var read = await _holder.GetAsync($"/api/integration/disclosures/{asked}").JsonAsync();
        Assert.Equal(Convert.ToHexString(SHA256.HashData(before)), read.Text("hash"));
        using var pdf = PdfDocument.Open(await _holder.GetByteArrayAsync(path + "pdf"));
        Assert.Contains("Сынова", string.Concat(pdf.GetPages().Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_given_with_a_reason_and_what_was_not_asked_for_never()
    {
        var child = await ChildAsync();
        var asked = (await RegisterAsync(_holder, child)).Id();
        Assert.Contains(
            "disclosure.not-asked-for",
            await (await DecideAsync(_unit, asked, ["plan"])).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "disclosure.part-because",
            await (await DecideAsync(_unit, asked, ["card"])).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NoContent, (await DecideAsync(_unit, asked, ["card"], "Баа берүү ишке тиешелүү эмес")).StatusCode);
        var json = await _holder.GetStringAsync($"/api/integration/disclosures/{asked}/file?format=json");
        Assert.DoesNotContain("баа берүү", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "disclosure.decided",
            await (await DecideAsync(_unit, asked, ["card"], "x")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refusal_has_a_reason_and_gives_nothing()
    {
        var asked = (await RegisterAsync(_holder, await ChildAsync())).Id();
        Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(_unit, asked, [])).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await DecideAsync(_unit, asked, [], "Укуктук негизи жок")).StatusCode);
        var read = await _holder.GetAsync($"/api/integration/disclosures/{asked}").JsonAsync();
        Assert.Equal("refused", read.GetProperty("row").Text("status"));
        Assert.Equal("Укуктук негизи жок", read.GetProperty("contents").Text("remarks"));
        // in writing: what can be downloaded is the refusal with its reason, nothing of the child's documents
        Assert.Equal(0, read.GetProperty("granted").GetArrayLength());
        var paper = await _holder.GetAsync($"/api/integration/disclosures/{asked}/file?format=json").JsonAsync();
        var lines = paper.GetProperty("sections").EnumerateArray().SelectMany(p => p.GetProperty("lines").EnumerateArray()).ToList();
        Assert.Contains(lines, l => l.Text("value") == "Укуктук негизи жок");
        Assert.Contains(lines, l => l.Text("value").StartsWith("Осмонов", StringComparison.Ordinal));
        var printed = await _holder.GetAsync($"/api/integration/disclosures/{asked}/file");
        Assert.Equal("application/pdf", printed.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    [Clause("5.subject")]
    public async Task A_subjects_own_request_is_due_in_seven_calendar_days_and_a_bodys_has_no_term()
    {
        var child = await ChildAsync();
        // counted from a Saturday, five working days would end on the Friday
        var subjects = await RegisterAsync(
            _holder,
            child,
            new
            {
                asker = "subject",
                askedBy = "x",
                ground = "x",
                document = "x",
                purpose = "x",
                askedOn = "2026-11-21",
            }
        );
        Assert.Equal("2026-11-28", subjects.Text("answerBy"));
        var bodys = await RegisterAsync(_holder, child, Asked("state-body", "card"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, bodys.GetProperty("answerBy").ValueKind);
    }

    [Fact]
    public async Task A_subjects_own_request_gives_everything_within_a_week()
    {
        var child = await ChildAsync();
        var asked = await RegisterAsync(_holder, child, Asked("subject", "card"));
        Assert.Equal("2026-11-30", asked.Text("answerBy"));
        async Task<bool> OwesAsync() =>
            (await _holder.GetAsync("/api/children/work-list?size=100&step=answer-subject").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Any(d => d.Id("aboutId") == asked.Id());
        Assert.True(await OwesAsync());
        var read = await _holder.GetAsync($"/api/integration/disclosures/{asked.Id()}").JsonAsync();
        Assert.Equal(["card", "assessment", "plan", "monitoring"], read.GetProperty("wanted").EnumerateArray().Select(k => k.GetString()));
        await DecideAsync(_unit, asked.Id(), ["card", "assessment", "plan", "monitoring"]);
        var given = new
        {
            @as = "electronic",
            on = "2026-11-23",
            to = "Субъект",
        };
        var version = await _holder.VersionAsync($"/api/integration/disclosures/{asked.Id()}");
        await _holder.PostAsync($"/api/integration/disclosures/{asked.Id()}/give", given, version).JsonAsync(HttpStatusCode.NoContent);
        Assert.False(await OwesAsync());
    }

    [Fact]
    public async Task The_register_shows_ones_own_district_alone()
    {
        var asked = (await RegisterAsync(_holder, await ChildAsync())).Id();
        var elsewhere = await host.SignedInAsync("holder.alamudun");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/integration/disclosures/{asked}")).StatusCode);
        var list = (await elsewhere.GetAsync("/api/integration/disclosures?size=100").JsonAsync()).GetProperty("items");
        Assert.DoesNotContain(list.EnumerateArray(), d => d.Id() == asked);
        Assert.Contains(
            (await _unit.GetAsync("/api/integration/disclosures?status=requested").JsonAsync()).GetProperty("items").EnumerateArray(),
            d => d.Id() == asked
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
