using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Reporting.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>A case that ended by adoption exists only for the named persons of the authorised body; it stays in the statistics.</summary>
[Clause("25.1", "11.5", "22.2")]
public sealed class SealedRecordsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync()
    {
        _admin = await _host.SignedInAsync("admin");
        _ministry = await _host.SignedInAsync("ministry");
    }

    /// <summary>Another person of the ministry.</summary>
    private Task<HttpClient> ColleagueAsync() => HireAsync("ministry.second", ("Сынова", "Айжан", "10101198500018"));

    /// <summary>A third person: neither the one who named the colleague nor the colleague.</summary>
    private Task<HttpClient> ThirdAsync() => HireAsync("ministry.third", ("Үчүнчүева", "Айнура", "10101198600019"));

    private Task<HttpClient> HireAsync(string login, (string, string, string) person) =>
        _host.HireAsync("ministry", person, login, AccountTests.Access("authorised-body", territory: null));

    private async Task<JsonElement> ListAsync(HttpClient user) => await user.GetAsync("/api/access/sealed-readers").JsonAsync();

    private async Task<JsonElement> NameAsync(HttpClient by, string surname)
    {
        var person = (await ListAsync(by))
            .GetProperty("candidates")
            .EnumerateArray()
            .Single(c => c.Text("name").StartsWith(surname, StringComparison.Ordinal));
        var named = new { specialistId = person.Id("specialistId"), reason = "Асырап алуу иштери боюнча жооптуу" };
        await by.PostAsync("/api/access/sealed-readers", named).JsonAsync(HttpStatusCode.Created);
        await by.PostAsync("/api/access/sealed-readers", named).RefusedAsync(HttpStatusCode.Conflict, "sealed-reader.named-already");
        return (await ListAsync(by)).GetProperty("items")[0];
    }

    private static async Task<Guid> SelfAsync(HttpClient user) => (await user.GetAsync("/api/access/me").JsonAsync()).Id("specialistId");

    private static Task<HttpResponseMessage> ActAsync(HttpClient user, JsonElement reader, string act) =>
        user.PostAsync($"/api/access/sealed-readers/{reader.Id()}/{act}", new { }, reader.Id("version").Etag());

    /// <summary>One of everything about a child, whose case then ends by adoption.</summary>
    private async Task<Place> AdoptedAsync()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var unit = await _host.SignedInAsync("unit.aksuu");
        var place = await Place.OfAsync(_host, holder, _admin, Road.AkSuu);
        await DecideAsync(consent: false);
        await holder
            .PostAsync(
                $"/api/closings/of-child/{place.ChildId}",
                new
                {
                    ending = "adoption",
                    happenedOn = "2026-11-23",
                    reason = "Сот чечими",
                    document = "№ 7",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var draft = new
        {
            key = "card.identity",
            text = "{}",
            childId = place.ChildId,
        };
        await holder.PostAsync("/api/children/drafts", draft).JsonAsync();
        await DecideAsync(consent: true);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        // unfinished drafts about the child are gone
        Assert.False(
            await _host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().Drafts.AnyAsync(d => d.ChildId == place.ChildId))
        );
        return place;

        async Task DecideAsync(bool consent)
        {
            var open = (await unit.GetAsync($"/api/closings?childId={place.ChildId}").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Single(c => c.Text("status") == "requested");
            await unit.PostAsync($"/api/closings/{open.Id()}/decide", new { consent, remarks = "x" }, open.Id("version").Etag())
                .NothingAsync();
        }
    }

    [Fact]
    public async Task Two_people_name_a_reader_and_one_ends_it()
    {
        var (colleague, third) = (await ColleagueAsync(), await ThirdAsync());
        var named = await NameAsync(_ministry, "Сынова");
        await ActAsync(_ministry, named, "confirm").RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        // no one admits themselves
        await ActAsync(colleague, named, "confirm").RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        var self = new { specialistId = (await SelfAsync(colleague)), reason = "x" };
        await colleague.PostAsync("/api/access/sealed-readers", self).RefusedAsync(HttpStatusCode.Conflict, "account.own");
        await ActAsync(third, named, "confirm").NothingAsync();
        var confirmed = (await ListAsync(_ministry)).GetProperty("items")[0];
        Assert.StartsWith("Үчүнчүева", confirmed.Text("confirmedBy"), StringComparison.Ordinal);
        await ActAsync(third, confirmed, "confirm").RefusedAsync(HttpStatusCode.Conflict, "sealed-reader.settled");
        await ActAsync(_ministry, confirmed, "end").NothingAsync();
        var ended = (await ListAsync(_ministry)).GetProperty("items")[0];
        await ActAsync(_ministry, ended, "end").RefusedAsync(HttpStatusCode.Conflict, "sealed-reader.settled");
        var holder = (await _admin.GetAsync("/api/access/specialists?search=Токтосунова").JsonAsync()).GetProperty("items")[0].Id();
        await _ministry
            .PostAsync("/api/access/sealed-readers", new { specialistId = holder, reason = "x" })
            .RefusedAsync(HttpStatusCode.Conflict, "sealed-reader.not-of-the-centre");
    }

    [Fact]
    public async Task The_adoption_of_one_child_takes_number_and_place_from_no_other_childs_steps()
    {
        var (holder, unit) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("unit.aksuu"));
        var (child, other) = ((await holder.OpenCardAsync()).Id("childId"), (await holder.OpenCardAsync()).Id("childId"));
        async Task<List<(string Number, string Territory)>> StepsAsync(Guid of) =>
            await _host.InScopeAsync(async s =>
                (
                    await s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.ChildId == of).OrderBy(d => d.Id).ToListAsync()
                ).ConvertAll(d => (d.Number, d.Territory))
            );
        var before = await StepsAsync(other);
        await _host.EndCaseAsync(holder, unit, child, "adoption", document: "№ 7");
        Assert.Equal(before, await StepsAsync(other));
        Assert.All(await StepsAsync(child), step => Assert.Equal("", step.Number));
    }

    [Fact]
    public async Task An_adopted_childs_record_is_there_for_named_persons_alone_and_stays_counted()
    {
        var colleague = await ColleagueAsync();
        await ActAsync(await ThirdAsync(), await NameAsync(_ministry, "Сынова"), "confirm").NothingAsync();
        var place = await AdoptedAsync();

        var wrong = new List<string>();
        var reads = Endpoints
            .Of(_host)
            .Where(e => e is { Method: "GET", HasId: true, Guard.Reach: Reach.Territory })
            .Where(e => place.IdFor(e) != place.SignalId && place.IdFor(e) != place.InstitutionId && place.IdFor(e) != place.MergeId)
            .ToList();
        Assert.True(reads.Count >= 20, $"{reads.Count}");
        foreach (var user in Oracle.Users)
        {
            var browser = await _host.SignedInAsync(user);
            foreach (var endpoint in reads.Where(e => Oracle.MayCall(user, e)))
                await ExpectAsync(browser, user, endpoint, HttpStatusCode.NotFound);
            if (!Oracle.MayCall(user, Endpoints.Of(_host).Single(e => e.UseCase == "SearchChildren")))
                continue;
            foreach (
                var list in (string[])
                    ["children/work-list", "children/signals", "plans", "closings", "institutions/placements", "integration/disclosures"]
            )
                Assert.DoesNotContain(
                    $"{place.ChildId}",
                    (await browser.GetAsync($"/api/{list}?size=100").JsonAsync()).ToString(),
                    StringComparison.Ordinal
                );
            Assert.False(await FindsAsync(browser, place), user);
        }
        // not even as a likely duplicate elsewhere, nor in the lists of the child's institution and its specialists
        var holder = await _host.SignedInAsync("holder.alamudun");
        var alike = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Бөлөкова", "Чолпон", pin: place.Pin) })
            .JsonAsync();
        Assert.DoesNotContain($"{place.ChildId}", alike.ToString(), StringComparison.Ordinal);
        Assert.False(alike.GetProperty("elsewhere").GetBoolean());
        var institution = await (await _host.SignedInAsync("institution")).GetAsync("/api/institutions/own");
        Assert.DoesNotContain("Жыпаргүл", await institution.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (
            var endpoint in reads.Where(e =>
                Oracle.MayCall("ministry", e) && e.UseCase is not ("DownloadDisclosure" or "ListSystemsForDisclosure")
            )
        )
            await ExpectAsync(colleague, "named", endpoint, HttpStatusCode.OK);
        Assert.True(await FindsAsync(colleague, place));
        Assert.Equal([], wrong);

        // counted where it was, without the number by which it could be recognized
        var counted = await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>().Cases.Where(c => c.ChildId == place.ChildId).ToListAsync()
        );
        Assert.All(counted, c => Assert.Equal((Road.AkSuu, ""), (c.Territory, c.Number)));
        Assert.Equal(CaseStatus.Closed, counted.MaxBy(c => c.Since)!.Status);
        var ended = await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>().Closings.Where(c => c.ChildId == place.ChildId).ToListAsync()
        );
        Assert.Contains((Ending.Adoption, ClosingStatus.Consented), ended.Select(c => (c.Ending, c.Status)));

        async Task ExpectAsync(HttpClient browser, string user, EndpointUnderTest endpoint, HttpStatusCode expected)
        {
            var answer = await browser.GetAsync(endpoint.Path(place.IdFor(endpoint)));
            if (answer.StatusCode != expected)
                wrong.Add($"{user}: {endpoint}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    [Clause("20.9")]
    public async Task A_sealed_case_that_goes_on_lies_where_it_lay_in_every_module()
    {
        var place = await AdoptedAsync();
        var holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync($"/api/children/cards/{place.ChildId}")).StatusCode);
        await _host.InScopeAsync(async s =>
        {
            // no one who may edit finds a sealed case: a court ruling comes through another channel
            var db = s.GetRequiredService<ChildrenDbContext>();
            var @case = await db.Cases.SingleAsync(c => c.ChildId == place.ChildId);
            db.Publish(new CaseReopened(@case.Id, place.ChildId, new(2026, 11, 23), @case.ResponsibleId), _host.Clock);
            return await db.SaveChangesAsync();
        });
        await _host.SettleAsync();
        Assert.Equal(Road.AkSuu, (await holder.CardAsync(place.ChildId)).Text("territory"));
        foreach (var list in (string[])["plans", "integration/disclosures", "institutions/placements"])
            Assert.Contains($"{place.ChildId}", await holder.GetStringAsync($"/api/{list}?size=100"), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("14.2", "17.1")]
    public async Task The_number_of_a_sealed_record_is_unknown_to_all_and_told_to_its_named_persons()
    {
        var colleague = await ColleagueAsync();
        await ActAsync(await ThirdAsync(), await NameAsync(_ministry, "Сынова"), "confirm").NothingAsync();
        var place = await AdoptedAsync();
        var holder = await _host.SignedInAsync("holder.alamudun");
        // the earlier requester does not even see that
        Assert.DoesNotContain(place.Pin, await holder.GetStringAsync("/api/children/case-requests?side=asker"), StringComparison.Ordinal);
        var signal = (await holder.RegisterAsync(Road.Signal(territory: Road.Alamudun))).Id();
        await holder
            .PostAsync(
                "/api/children/case-requests",
                new
                {
                    pin = place.Pin,
                    reason = "x",
                    signalId = signal,
                }
            )
            .RefusedAsync(HttpStatusCode.Conflict, "pin.not-held");
        var opened = await holder.OpenCardFromAsync(signal, Road.NewIdentity("Жаңыева", "Чолпон", place.Pin));
        await _host.Service<OutboxDispatcher>().SweepAsync(default);

        async Task<bool> ToldAsync(HttpClient user) =>
            (await user.GetStringAsync("/api/access/notices?size=100")).Contains("sealed-number-entered", StringComparison.Ordinal);
        Assert.True(await ToldAsync(colleague));
        Assert.False(await ToldAsync(_ministry));
        Assert.False(await ToldAsync(holder));
        Assert.True(await FindsAsync(colleague, place));

        // from now on the number belongs to the new card; the sealed one comes back beside it
        var second = await _host.SignedInAsync("holder.aksuu");
        var again = (await second.RegisterAsync(Road.Signal())).Id();
        await second
            .PostAsync(
                $"/api/children/signals/{again}/open-card",
                new { identity = Road.NewIdentity("Үчүнчүева", "Айжан", place.Pin), otherChildBecause = "x" },
                await second.VersionAsync($"/api/children/signals/{again}")
            )
            .RefusedAsync(HttpStatusCode.Conflict, "pin.held-elsewhere");
        Assert.NotEqual(place.ChildId, opened.Id("childId"));
    }

    private static async Task<bool> FindsAsync(HttpClient user, Place place)
    {
        var asked = new object[] { new { text = "Сынова Жыпаргүл" }, new { text = place.Pin } };
        foreach (var question in asked)
        {
            var found = await user.PostAsync("/api/children/search", question).JsonAsync();
            if (found.GetProperty("items").EnumerateArray().Any(c => c.Id() == place.ChildId))
                return true;
        }
        return false;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
