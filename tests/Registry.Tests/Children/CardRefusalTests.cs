using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>What the sections of a card, dictionaries and drafts refuse.</summary>
[Collection("host")]
[Clause("17.5", "14.2")]
public sealed class CardRefusalTests(RegistryHost host) : IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task RefusesAsync(string route, object section, string code)
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var card = await _holder.CardAsync(child);
        await _holder
            .PutAsync($"/api/children/cards/{child}/{route}", new { section }, card.SectionVersion(route))
            .RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public Task A_disability_ends_after_it_began() =>
        RefusesAsync(
            "disability",
            new
            {
                has = true,
                group = "child",
                since = "2020-01-02",
                until = "2020-01-01",
            },
            "field.ends-before-start"
        );

    [Fact]
    public Task A_section_lists_fifty_documents_at_most() =>
        RefusesAsync(
            "documents",
            new { hasBirthCertificate = true, list = Enumerable.Repeat(new { kind = "medical", number = "1" }, 51).ToArray() },
            "field.too-many"
        );

    [Fact]
    public Task Only_items_of_the_section_can_be_unknown() =>
        RefusesAsync("residence", new { unknown = new Dictionary<string, string> { ["pin"] = "no-documents" } }, "card.unknown-item");

    [Fact]
    public Task A_further_field_is_one_that_the_administrator_made() =>
        RefusesAsync("further", new { values = new Dictionary<string, string> { ["none-such"] = "x" } }, "further.unknown-field");

    [Fact]
    public Task A_further_value_is_four_thousand_letters_at_most() =>
        RefusesAsync("further", new { values = new Dictionary<string, string> { ["none-such"] = new('x', 4001) } }, "field.too-long");

    [Fact]
    [Clause("20")]
    public async Task A_change_was_learned_of_within_the_year()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var change = new
        {
            kind = "status",
            learnedOn = "2020-01-01",
            happenedOn = "2020-01-01",
            what = "x",
        };
        await _holder
            .PostAsync($"/api/children/cards/{child}/changes", change)
            .RefusedAsync(HttpStatusCode.BadRequest, "date.too-long-ago");
    }

    [Fact]
    public async Task A_dictionary_code_is_short_and_Latin()
    {
        var admin = await host.SignedInAsync("admin");
        var item = new
        {
            dictionary = "cause",
            code = "Чоң",
            nameKy = "x",
            nameRu = "x",
            nameEn = "x",
            validFrom = "2026-01-01",
            order = 1,
        };
        await admin.PostAsync("/api/children/dictionaries", item).RefusedAsync(HttpStatusCode.BadRequest, "dictionary.code-wrong-format");
    }

    [Fact]
    [Clause("27")]
    public async Task A_disclosure_is_asked_for_and_handed_over_on_days_that_have_come_and_only_when_granted()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        object Asked(string on) =>
            new
            {
                asker = "state-body",
                askedBy = "Сот",
                ground = "x",
                document = "x",
                purpose = "x",
                askedOn = on,
                wanted = new[] { "card" },
            };
        var path = $"/api/integration/disclosures/of-child/{child}";
        await _holder.PostAsync(path, Asked("2099-01-01")).RefusedAsync(HttpStatusCode.BadRequest, "disclosure.asked-in-future");
        var id = (await _holder.PostAsync(path, Asked("2026-11-23")).JsonAsync(HttpStatusCode.Created)).Id();
        async Task<Task<HttpResponseMessage>> GiveAsync(string on) =>
            _holder.PostAsync(
                $"/api/integration/disclosures/{id}/give",
                new
                {
                    @as = "paper",
                    on,
                    to = "Сот",
                },
                await _holder.VersionAsync($"/api/integration/disclosures/{id}")
            );
        await (await GiveAsync("2099-01-01")).RefusedAsync(HttpStatusCode.BadRequest, "disclosure.given-in-future");
        await (await GiveAsync("2026-11-23")).RefusedAsync(HttpStatusCode.Conflict, "disclosure.not-granted");
    }
}
