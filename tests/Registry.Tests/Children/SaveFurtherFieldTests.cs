using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("17.9")]
public sealed class SaveFurtherFieldTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    private static object Field(string code, string kind, string? choices = null) =>
        new
        {
            code,
            kind,
            nameKy = "Кошумча",
            nameRu = "Дополнительно",
            nameEn = "Further",
            validFrom = "2026-01-01",
            choices,
        };

    [Fact]
    public async Task A_new_field_is_filled_on_the_next_card_without_a_change_of_code()
    {
        var admin = await _host.SignedInAsync("admin");
        foreach (
            var field in new[]
            {
                Field("shoe-size", "number"),
                Field("school-since", "date"),
                Field("who-helps", "choice", "relation"),
                Field("hobby", "text"),
            }
        )
            Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync("/api/children/further-fields", field)).StatusCode);
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).SectionVersion("further");
        var values = new Dictionary<string, string>
        {
            ["shoe-size"] = "34",
            ["school-since"] = "2022-09-01",
            ["who-helps"] = "grandmother",
            ["hobby"] = "сүрөт",
        };
        foreach (var (code, wrong) in new[] { ("shoe-size", "чоң"), ("school-since", "кечээ"), ("who-helps", "no-such") })
            Assert.NotNull(
                (
                    await holder
                        .PutAsync(
                            $"/api/children/cards/{child}/further",
                            new { section = new { values = new Dictionary<string, string>(values) { [code] = wrong } } },
                            version
                        )
                        .JsonAsync(HttpStatusCode.BadRequest)
                ).CodeAt($"section.values.{code}")
            );
        await holder.PutAsync($"/api/children/cards/{child}/further", new { section = new { values } }, version).JsonAsync();
        Assert.Equal(
            "сүрөт",
            (await holder.CardAsync(child)).GetProperty("contents").GetProperty("further").GetProperty("values").Text("hobby")
        );
    }

    [Fact]
    public async Task A_field_that_has_ended_stays_on_the_cards_that_fill_it()
    {
        var admin = await _host.SignedInAsync("admin");
        var holder = await _host.SignedInAsync("holder.aksuu");
        object Ends(string? on, string? confirm = null) =>
            new
            {
                code = "old-field",
                kind = "text",
                nameKy = "Эски талаа",
                nameRu = "Старое поле",
                nameEn = "Old field",
                validFrom = "2026-01-01",
                validUntil = on,
                confirm,
            };
        await admin.PostAsync("/api/children/further-fields", Ends(null)).NothingAsync();
        var child = (await holder.OpenCardAsync()).Id("childId");
        var values = new Dictionary<string, string> { ["old-field"] = "сүрөт" };
        await holder.SaveSectionAsync(child, "further", new { values });
        await admin
            .PostAsync("/api/children/further-fields", Ends("2026-11-23"))
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await admin.NameToTypeAsync("/api/children/further-fields/old-field/consequences");
        await admin.PostAsync("/api/children/further-fields", Ends("2026-11-23", confirm)).NothingAsync();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        holder = await _host.SignedInAsync("holder.aksuu");
        await holder.SaveSectionAsync(child, "further", new { values });
        var version = (await holder.CardAsync(child)).SectionVersion("further");
        values["old-field"] = "башка";
        await holder
            .PutAsync($"/api/children/cards/{child}/further", new { section = new { values } }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "further.unknown-field");
    }

    [Fact]
    public async Task The_kind_of_a_field_stays()
    {
        var admin = await _host.SignedInAsync("admin");
        await admin.PostAsync("/api/children/further-fields", Field("fixed", "text"));
        Assert.Equal(
            "further.kind-fixed",
            (await admin.PostAsync("/api/children/further-fields", Field("fixed", "date")).JsonAsync(HttpStatusCode.Conflict)).Text("code")
        );
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
