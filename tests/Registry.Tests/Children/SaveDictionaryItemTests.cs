using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

public sealed class SaveDictionaryItemTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task An_added_entry_is_usable_at_once_and_an_ended_one_no_more()
    {
        var admin = await _host.SignedInAsync("admin");
        var holder = await _host.SignedInAsync("holder.aksuu");
        object Channel(string? until, string? confirm = null) =>
            new
            {
                confirm,
                dictionary = "channel",
                code = "mosque",
                nameKy = "Мечит",
                nameRu = "Мечеть",
                nameEn = "Mosque",
                validFrom = "2026-01-01",
                validUntil = until,
            };
        var signal = new
        {
            source = "found-by-specialist",
            channel = "mosque",
            urgency = "ordinary",
            foundOn = "2026-11-23",
            territory = Road.AkSuu,
            account = "x",
            reporter = new { anonymous = true },
            child = new { },
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await holder.PostAsync("/api/children/signals", signal)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync("/api/children/dictionaries", Channel(null))).StatusCode);
        await holder.RegisterAsync(signal);
        // it can end today at the earliest: entries of past days use it
        await admin
            .PostAsync("/api/children/dictionaries", Channel("2026-11-22", "Мечит"))
            .RefusedAsync(HttpStatusCode.BadRequest, "dictionary.ends-in-past");
        await admin
            .PostAsync("/api/children/dictionaries", Channel("2026-11-23"))
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var preview = await admin.GetAsync("/api/children/dictionaries/channel/mosque/consequences").JsonAsync();
        Assert.Equal("Мечит", preview.Text("name"));
        Assert.Equal(1, preview.CountOf("entries-keep-value"));
        await admin.PostAsync("/api/children/dictionaries", Channel("2026-11-23", "мечит ")).NothingAsync();
        await holder.RegisterAsync(signal);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(
            "dictionary.unknown-code",
            (await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("channel")
        );
    }

    [Fact]
    public async Task A_value_that_has_ended_stays_on_the_cards_that_name_it_and_goes_on_when_its_end_is_taken_back()
    {
        var admin = await _host.SignedInAsync("admin");
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var other = (await holder.OpenCardAsync()).Id("childId");
        await holder.SaveSectionAsync(child, "documents");
        object Ends(string? on, string? confirm = null) =>
            new
            {
                dictionary = "document",
                code = "medical",
                nameKy = "Медициналык документ",
                nameRu = "Медицинский документ",
                nameEn = "Medical document",
                validFrom = "2000-01-01",
                validUntil = on,
                confirm,
            };
        var confirm = await admin.NameToTypeAsync("/api/children/dictionaries/document/medical/consequences");
        await admin.PostAsync("/api/children/dictionaries", Ends("2026-11-23", confirm)).NothingAsync();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        holder = await _host.SignedInAsync("holder.aksuu");
        await holder.SaveSectionAsync(child, "documents");
        var (_, section) = Road.FullCard.Single(s => s.Route == "documents");
        var version = (await holder.CardAsync(other)).SectionVersion("documents");
        await holder
            .PutAsync($"/api/children/cards/{other}/documents", new { section }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "dictionary.unknown-code");
        admin = await _host.SignedInAsync("admin");
        await admin.PostAsync("/api/children/dictionaries", Ends(null)).NothingAsync();
        await holder.SaveSectionAsync(other, "documents");
    }

    [Fact]
    public async Task Refuses_an_unknown_dictionary() =>
        Assert.Equal(
            "dictionary.unknown",
            (
                await (await _host.SignedInAsync("admin"))
                    .PostAsync(
                        "/api/children/dictionaries",
                        new
                        {
                            dictionary = "no-such",
                            code = "abc",
                            nameKy = "x",
                            nameRu = "x",
                            nameEn = "x",
                            validFrom = "2026-01-01",
                        }
                    )
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("dictionary")
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
