using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Data;
using Registry.Platform.Sealing;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>One personal number, one card in the republic.</summary>
[Collection("host")]
[Clause("14.2", "17.1")]
public sealed class OnePinTests(RegistryHost host)
{
    private async Task<(HttpClient Here, HttpClient Elsewhere)> HoldersAsync() =>
        (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("holder.alamudun"));

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient holder, Guid signal, object identity) =>
        await holder.PostAsync(
            $"/api/children/signals/{signal}/open-card",
            new { identity, otherChildBecause = "Башка бала" },
            await holder.VersionAsync($"/api/children/signals/{signal}")
        );

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient holder, Guid child, object section) =>
        await holder.PutAsync(
            $"/api/children/cards/{child}/identity",
            new { section },
            (await holder.CardAsync(child)).SectionVersion("identity")
        );

    private static async Task<Guid> SignalAsync(HttpClient holder, string territory) =>
        (await holder.RegisterAsync(Road.Signal(territory: territory, child: new { }))).Id();

    private static async Task RefusedAtAsync(HttpResponseMessage answer, string field, string code)
    {
        var problem = await Task.FromResult(answer).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(code, problem.CodeAt(field));
    }

    [Fact]
    public async Task A_number_that_a_card_has_is_refused_when_another_is_opened()
    {
        var (here, elsewhere) = await HoldersAsync();
        var pin = Road.NewPin();
        var child = (await here.OpenCardAsync(Road.NewIdentity("Бириева", pin: pin))).Id("childId");
        await RefusedAtAsync(
            await OpenAsync(here, await SignalAsync(here, Road.AkSuu), Road.NewIdentity("Экиева", pin: pin)),
            "identity.pin",
            "pin.held-here"
        );
        var refused = await OpenAsync(elsewhere, await SignalAsync(elsewhere, Road.Alamudun), Road.NewIdentity("Экиева", pin: pin));
        var told = await refused.Content.ReadAsStringAsync();
        await RefusedAtAsync(refused, "identity.pin", "pin.held-elsewhere");
        // nothing but that it exists
        Assert.DoesNotContain("Бириева", told, StringComparison.Ordinal);
        Assert.DoesNotContain($"{child}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("41702", told, StringComparison.Ordinal);
        // and the journal records under the child who received this answer
        var journal = await (await host.SignedInAsync("admin")).GetAsync($"/api/access/journal/of-child/{child}?size=100").JsonAsync();
        Assert.Equal(
            2,
            journal
                .GetProperty("items")
                .EnumerateArray()
                .Count(e => e.Text("action") == "OpenCard" && e.GetProperty("outcome").GetInt32() == 409)
        );
    }

    [Fact]
    public async Task A_number_that_a_card_has_is_refused_when_another_is_changed()
    {
        var (here, elsewhere) = await HoldersAsync();
        var (pin, other) = (Road.NewPin(), Road.NewPin());
        await here.OpenCardAsync(Road.NewIdentity("Үчүева", pin: pin));
        var child = (await elsewhere.OpenCardAsync(Road.NewIdentity("Төртова", pin: other), Road.Signal(territory: Road.Alamudun))).Id(
            "childId"
        );
        await RefusedAtAsync(await SaveAsync(elsewhere, child, Road.NewIdentity("Төртова", pin: pin)), "section.pin", "pin.held-elsewhere");
        // its own number does not block it
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(elsewhere, child, Road.NewIdentity("Төртоева", pin: other))).StatusCode);
        // a released number is free
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(elsewhere, child, Road.NewIdentity("Төртоева"))).StatusCode);
        await here.OpenCardAsync(Road.NewIdentity("Бешева", pin: other));
    }

    [Fact]
    public async Task A_number_cannot_be_declared_doubtful_to_get_round_it()
    {
        var (here, elsewhere) = await HoldersAsync();
        var pin = Road.NewPin();
        await here.OpenCardAsync(Road.NewIdentity("Алтыева", pin: pin));
        var identity = JsonSerializer.SerializeToNode(Road.NewIdentity("Жетиева", pin: pin))!;
        identity["pinInDoubt"] = true;
        await RefusedAtAsync(
            await OpenAsync(elsewhere, await SignalAsync(elsewhere, Road.Alamudun), identity),
            "identity.pin",
            "pin.held-elsewhere"
        );
        var child = (await elsewhere.OpenCardAsync(Road.NewIdentity("Жетиева"), Road.Signal(territory: Road.Alamudun))).Id("childId");
        await RefusedAtAsync(await SaveAsync(elsewhere, child, identity), "section.pin", "pin.held-elsewhere");
    }

    [Fact]
    public async Task Of_two_cards_opened_at_once_with_one_number_one_is_refused()
    {
        var (here, elsewhere) = await HoldersAsync();
        for (var round = 0; round < 5; round++)
        {
            var identity = Road.NewIdentity("Жарышова", pin: Road.NewPin());
            var (a, b) = (await SignalAsync(here, Road.AkSuu), await SignalAsync(elsewhere, Road.Alamudun));
            var answers = await Task.WhenAll(OpenAsync(here, a, identity), OpenAsync(elsewhere, b, identity));
            Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(x => x.StatusCode).Order());
        }
    }

    [Fact]
    public async Task The_database_itself_holds_one_card_a_number()
    {
        var (here, _) = await HoldersAsync();
        var pin = Road.NewPin();
        var first = (await here.OpenCardAsync(Road.NewIdentity("Сегизова", pin: pin))).Id("childId");
        var second = (await here.OpenCardAsync(Road.NewIdentity("Тогузова"))).Id("childId");
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var held = (await db.Children.AsNoTracking().SingleAsync(c => c.Id == first)).PinToken!.Value;
            (await db.Children.SingleAsync(c => c.Id == second)).Hold(held, shared: false);
            return UniqueViolation.Is(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync()));
        });
    }

    [Fact]
    [Clause("11.5")]
    public async Task An_ended_case_keeps_its_number_and_a_voided_card_frees_it()
    {
        var (here, elsewhere) = await HoldersAsync();
        var unit = await host.SignedInAsync("unit.aksuu");
        var (ended, voided) = (Road.NewPin(), Road.NewPin());
        var first = (await here.OpenCardAsync(Road.NewIdentity("Бүткөнова", pin: ended))).Id("childId");
        await host.EndCaseAsync(here, unit, first);
        await host.SettleAsync();
        await RefusedAtAsync(
            await OpenAsync(elsewhere, await SignalAsync(elsewhere, Road.Alamudun), Road.NewIdentity("Бүткөнова", pin: ended)),
            "identity.pin",
            "pin.held-elsewhere"
        );
        var second = (await here.OpenCardAsync(Road.NewIdentity("Жаңылышова", pin: voided))).Id("childId");
        await here.PostAsync($"/api/children/cards/{second}/void", new { reason = "x" }).JsonAsync(HttpStatusCode.Created);
        var asked = (await unit.GetAsync($"/api/children/voids?childId={second}").JsonAsync()).GetProperty("items")[0];
        await unit.PostAsync($"/api/children/voids/{asked.Id()}/decide", new { confirm = true }, asked.Id("version").Etag()).NothingAsync();
        await elsewhere.OpenCardAsync(Road.NewIdentity("Жаңылышова", pin: voided), Road.Signal(territory: Road.Alamudun));
    }

    [Fact]
    [Clause("13b.1")]
    public async Task A_report_that_names_a_known_number_is_heard_all_the_same()
    {
        var (here, elsewhere) = await HoldersAsync();
        var pin = Road.NewPin();
        await here.OpenCardAsync(Road.NewIdentity("Кабарова", pin: pin));
        await elsewhere.RegisterAsync(Road.Signal(territory: Road.Alamudun, child: new { name = "Айжан", pin }));
    }

    [Fact]
    public async Task Cards_from_before_learn_their_number_and_of_two_the_later_one_shares_it()
    {
        var (here, elsewhere) = await HoldersAsync();
        var pin = Road.NewPin();
        var first = (await here.OpenCardAsync(Road.NewIdentity("Байыркыева", pin: pin))).Id("childId");
        var second = (await here.OpenCardAsync(Road.NewIdentity("Байыркыева", "Чолпон"))).Id("childId");
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            // as two cards were before the index: with the same number, and nothing else
            var seal = (await s.GetRequiredService<Registry.Platform.Vault.Vault>().ForTheBaseItselfAsync([second], default))[second];
            var section = await db.CardSections.SingleAsync(c => c.ChildId == second && c.Code == SectionCode.Identity);
            section.Change((Identity)section.Open(seal)! with { Pin = pin }, seal, Guid.Empty, default);
            await db.SaveChangesAsync();
            await db
                .Children.Where(c => c.Id == first || c.Id == second)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.PinToken, (long?)null));
            await s.GetRequiredService<PersonalNumbers>().LearnAsync(default);
            var cards = await db.Children.AsNoTracking().Where(c => c.Id == first || c.Id == second).OrderBy(c => c.Id).ToListAsync();
            Assert.Equal(cards[0].PinToken, cards[1].PinToken);
            Assert.Equal([false, true], cards.Select(c => c.PinShared));
            return 0;
        });
        await RefusedAtAsync(
            await OpenAsync(elsewhere, await SignalAsync(elsewhere, Road.Alamudun), Road.NewIdentity("Байыркыева", pin: pin)),
            "identity.pin",
            "pin.held-elsewhere"
        );
    }

    [Fact]
    public async Task No_two_invented_children_have_one_number()
    {
        var tokens = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Children.Where(c => c.State == ChildState.Registered && c.PinToken != 0 && !c.PinShared)
                .Select(c => c.PinToken)
                .ToListAsync()
        );
        Assert.True(tokens.Count > 20, $"{tokens.Count}");
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
        Assert.DoesNotContain(null, tokens);
    }
}
