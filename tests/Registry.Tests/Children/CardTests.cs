using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("5.subject", "12.1", "11.2", "14.2", "17.1", "17.2", "17.3", "17.4", "17.5", "17.6", "17.7", "17.8", "17.9")]
public sealed class CardTests(RegistryHost host)
{
    [Fact]
    public async Task Holds_every_item_of_clause_17_and_gives_it_back()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.FillCardAsync(child);
        var card = await holder.CardAsync(child);
        Assert.Equal(100, card.GetProperty("completeness").GetInt32());
        var contents = card.GetProperty("contents");
        Assert.False(contents.GetProperty("documents").GetProperty("hasBirthCertificate").GetBoolean());
        Assert.Equal("Теплоключенка", contents.GetProperty("finding").Text("address"));
        Assert.Equal("Чоң энеси", contents.GetProperty("residence").Text("livesWith"));
        Assert.Equal("Сынова Айгүл", contents.GetProperty("relatives").GetProperty("list")[0].Text("fullName"));
        Assert.Equal("child", contents.GetProperty("disability").Text("group"));
        Assert.Equal("benefit-disability", contents.GetProperty("payments").GetProperty("list")[0].Text("kind"));
        Assert.Equal("0,08 га", contents.GetProperty("property").GetProperty("list")[0].Text("description"));
        Assert.Equal(2, contents.GetProperty("legalStatus").GetProperty("causes").GetArrayLength());
    }

    [Fact]
    public async Task Says_what_is_missing_and_counts_an_explained_unknown_as_answered()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var before = await holder.CardAsync(child);
        var saved = await holder
            .PutAsync(
                $"/api/children/cards/{child}/residence",
                new
                {
                    section = new
                    {
                        actualTerritory = Road.AkSuu,
                        actualAddress = "Ленин 1",
                        unknown = new { livesWith = "not-told" },
                    },
                },
                before.SectionVersion("residence")
            )
            .JsonAsync();
        Assert.Equal(
            (3, 1, 1),
            (saved.GetProperty("expected").GetInt32(), saved.GetProperty("filled").GetInt32(), saved.GetProperty("explained").GetInt32())
        );
        Assert.Equal("registeredAddress", Assert.Single(saved.GetProperty("missing").EnumerateArray().ToList()).GetString());
        Assert.True((await holder.CardAsync(child)).GetProperty("completeness").GetInt32() > before.GetProperty("completeness").GetInt32());
    }

    [Theory]
    [InlineData("residence", """{"unknown":{"livesWith":"no-such-reason"}}""", "section.unknown.livesWith")]
    [InlineData("residence", """{"unknown":{"shoeSize":"not-told"}}""", "section.unknown")]
    [InlineData("residence", """{"registeredTerritory":"41"}""", "section.registeredTerritory")]
    [InlineData("identity", """{"name":"А","pin":"12"}""", "section.pin")]
    [InlineData("identity", """{"name":"А","birthDate":"2027-01-01"}""", "section.birthDate")]
    [InlineData("documents", """{"list":[{"kind":"no-such"}]}""", "section.list[0].kind")]
    [InlineData("relatives", """{"list":[{"relation":"mother","fullName":""}]}""", "section.list[0].fullName")]
    [InlineData("disability", """{"since":"2026-01-02","until":"2026-01-01"}""", "section.until")]
    [InlineData("payments", """{"list":[{"kind":"no-such","received":true}]}""", "section.list[0].kind")]
    [InlineData("property", """{"list":[{"kind":"land","description":""}]}""", "section.list[0].description")]
    [InlineData("legal-status", """{"causes":["no-such"]}""", "section.causes[0]")]
    [InlineData("legal-status", """{"noSpecialStatus":true,"statuses":["half-orphan"]}""", "section.statuses")]
    [InlineData("further", """{"values":{"no-such-field":"x"}}""", "section.values.no-such-field")]
    public async Task Refuses_wrong_data_at_their_fields(string route, string section, string field)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).SectionVersion(route);
        var problem = await holder
            .PutAsync($"/api/children/cards/{child}/{route}", new { section = JsonDocument.Parse(section).RootElement }, version)
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(problem.CodeAt(field));
    }

    [Fact]
    [Clause("17.3")]
    public async Task A_residence_in_another_country_is_known_and_no_territory_of_the_republic()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var abroad = new
        {
            registeredTerritory = Road.AkSuu,
            registeredAddress = "Ленин 1",
            actualCountry = "Россия",
            actualAddress = "Москва, Сынак көчөсү, 1",
            livesWith = "Энеси",
        };
        await holder.SaveSectionAsync(child, "residence", abroad);
        var card = await holder.CardAsync(child);
        Assert.Equal("Россия", card.GetProperty("contents").GetProperty("residence").Text("actualCountry"));
        var state = card.GetProperty("sections").EnumerateArray().Single(s => s.Text("code") == "residence");
        Assert.Empty(state.GetProperty("missing").EnumerateArray());

        foreach (var side in new[] { "registered", "actual" })
        {
            var both = new Dictionary<string, string> { [$"{side}Territory"] = Road.AkSuu, [$"{side}Country"] = "Россия" };
            var problem = await holder
                .PutAsync($"/api/children/cards/{child}/residence", new { section = both }, card.SectionVersion("residence"))
                .JsonAsync(HttpStatusCode.BadRequest);
            Assert.Equal("residence.here-or-abroad", problem.CodeAt($"section.{side}Country"));
        }
    }

    [Fact]
    [Clause("17.1")]
    public async Task A_number_that_another_state_gave_is_kept_beside_the_name()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var identity = new
        {
            surname = "Сынова",
            name = "Жыпаргүл",
            citizenship = "KZ",
            foreignNumber = "160504600012",
        };
        await holder.SaveSectionAsync(child, "identity", identity);
        Assert.Equal("160504600012", (await holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("foreignNumber"));
    }

    [Fact]
    public async Task A_number_that_tells_another_birth_date_in_doubt_or_sex_is_a_warning_not_a_refusal()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).SectionVersion("identity");
        var saved = await holder
            .PutAsync(
                $"/api/children/cards/{child}/identity",
                new
                {
                    section = new
                    {
                        surname = "Сынова",
                        name = "Жыпаргүл",
                        sex = "female",
                        birthDate = "2016-05-04",
                        birthDateInDoubt = true,
                        pin = "20101201600012",
                    },
                },
                version
            )
            .JsonAsync();
        Assert.Equal(["pin.other-birth-date", "pin.other-sex"], saved.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!));
    }

    [Fact]
    public async Task Does_not_open_for_a_signal_that_has_no_card_yet()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var child = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync($"/api/children/cards/{child}")).StatusCode);
    }
}
