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
        object Channel(string? until) =>
            new
            {
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
        await admin.PostAsync("/api/children/dictionaries", Channel("2026-11-22"));
        Assert.Equal(
            "dictionary.unknown-code",
            (await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("channel")
        );
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
