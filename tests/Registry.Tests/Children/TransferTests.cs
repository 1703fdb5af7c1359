using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("5.holder", "20")]
public sealed class TransferTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _giver = null!;
    private HttpClient _receiver = null!;

    public async Task InitializeAsync()
    {
        _giver = await _host.SignedInAsync("holder.aksuu");
        _receiver = await _host.SignedInAsync("holder.alamudun");
    }

    private async Task<Guid> ReceiverAsync(string territory = Road.Alamudun) =>
        (await _giver.GetAsync($"/api/children/transfers/receivers?territory={territory}").JsonAsync()).GetProperty("items")[0].Id();

    private async Task<HttpResponseMessage> OfferAsync(Guid child) =>
        await _giver.PostAsync(
            $"/api/children/cards/{child}/transfers",
            new
            {
                to = await ReceiverAsync(),
                territory = Road.Alamudun,
                reason = "Үй-бүлө көчүп кетти",
            }
        );

    private static async Task<JsonElement> OnlyAsync(HttpClient user) =>
        (await user.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items").EnumerateArray().Single();

    private static Task<HttpResponseMessage> DecideAsync(HttpClient user, JsonElement transfer, bool accept) =>
        user.PostAsync($"/api/children/transfers/{transfer.Id()}/decide", new { accept, remarks = "Жооп" }, transfer.Id("version").Etag());

    [Fact]
    [Clause("25.1")]
    public async Task Whoever_gave_a_case_away_keeps_the_name_that_was_known_then()
    {
        var child = (await _giver.OpenCardAsync(Road.NewIdentity("Берилгенова"))).Id("childId");
        await OfferAsync(child).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_receiver, await OnlyAsync(_receiver), true).NothingAsync();
        await _host.SettleAsync();
        await _receiver.SaveSectionAsync(child, "identity", Road.NewIdentity("Жаңыфамилова"));
        async Task<string> NameAsync(HttpClient user) =>
            (await user.GetAsync("/api/children/transfers").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .First(t => t.Id("childId") == child)
                .Text("childName");
        Assert.Equal("Берилгенова Жыпаргүл", await NameAsync(_giver));
        Assert.Equal("Жаңыфамилова Жыпаргүл", await NameAsync(_receiver));
    }

    [Fact]
    public async Task A_case_goes_over_with_all_that_is_owed_only_when_it_is_accepted()
    {
        var (child, _) = await _host.PlanInForceAsync(_giver);
        var other = (await _giver.OpenCardAsync()).Id("childId");
        Assert.Equal(HttpStatusCode.Created, (await OfferAsync(child)).StatusCode);
        await _host.SettleAsync();
        Assert.Contains("transfer-offered", (await _receiver.GetStringAsync("/api/access/notices?size=100")), StringComparison.Ordinal);
        // no gap in responsibility: the giver keeps working, the receiver sees only the offer
        Assert.Equal(HttpStatusCode.OK, (await _giver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _receiver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        await OfferAsync(child).RefusedAsync(HttpStatusCode.Conflict, "transfer.offered-already");

        await DecideAsync(_receiver, await OnlyAsync(_receiver), true).NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal("accepted", (await _giver.GetAsync("/api/children/transfers").JsonAsync()).GetProperty("items")[0].Text("status"));
        Assert.Equal(HttpStatusCode.NotFound, (await _giver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        var card = await _receiver.CardAsync(child);
        Assert.True(card.GetProperty("canEdit").GetBoolean());
        Assert.Equal(Road.Alamudun, card.Text("territory"));
        var found = await _receiver.PostAsync("/api/children/search", new { text = "Сынова" }).JsonAsync();
        Assert.Contains(found.GetProperty("items").EnumerateArray(), c => c.Id() == child);
        Assert.DoesNotContain(
            (await _giver.PostAsync("/api/children/search", new { text = "Сынова" }).JsonAsync()).GetProperty("items").EnumerateArray(),
            c => c.Id() == child
        );
        // the plan, its visits and every open step belong to the receiver
        Assert.NotEmpty((await _receiver.GetAsync($"/api/plans?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Empty((await _giver.GetAsync($"/api/plans?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal("Жумабаева Айсулуу", card.GetProperty("case").Text("responsible"));
        var giver = await ReceiverAsync(Road.AkSuu);
        var owed = await OwedAsync(child);
        Assert.NotEmpty(owed);
        Assert.All(owed, d => Assert.True(d.Territory == Road.Alamudun && d.ResponsibleId != giver, d.Step.Code()));
        // steps of another child stay
        Assert.All(await OwedAsync(other), d => Assert.Equal(Road.AkSuu, d.Territory));
    }

    [Fact]
    public async Task Who_is_offered_a_case_reads_that_offer_and_by_another_number_none()
    {
        await OfferAsync((await _giver.OpenCardAsync()).Id("childId")).JsonAsync(HttpStatusCode.Created);
        var offered = (await OnlyAsync(_receiver)).Id();
        Assert.Equal(offered, (await _receiver.GetAsync($"/api/children/transfers/{offered}").JsonAsync()).Id());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _receiver.GetAsync($"/api/children/transfers/{Registry.Basics.Ids.New()}")).StatusCode
        );
    }

    [Fact]
    public async Task A_refused_or_withdrawn_case_stays_where_it_was()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await OfferAsync(child);
        var offered = await OnlyAsync(_receiver);
        var given = await OnlyAsync(_giver);
        Assert.Equal((true, false), (offered.GetProperty("canDecide").GetBoolean(), offered.GetProperty("canWithdraw").GetBoolean()));
        Assert.Equal((false, true), (given.GetProperty("canDecide").GetBoolean(), given.GetProperty("canWithdraw").GetBoolean()));
        await DecideAsync(_giver, offered, true).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        var silent = await _receiver
            .PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = false }, offered.Id("version").Etag())
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(silent.CodeAt("remarks"));
        await DecideAsync(_receiver, offered, false).NothingAsync();
        Assert.True((await _giver.CardAsync(child)).GetProperty("canEdit").GetBoolean());
        Assert.Equal("refused", (await _giver.GetAsync("/api/children/transfers").JsonAsync()).GetProperty("items")[0].Text("status"));

        await OfferAsync(child);
        var second = await OnlyAsync(_giver);
        await _giver
            .PostAsync($"/api/children/transfers/{second.Id()}/withdraw", null, offered.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await _giver.PostAsync($"/api/children/transfers/{second.Id()}/withdraw", null, second.Id("version").Etag()).NothingAsync();
        await DecideAsync(_receiver, second, true).RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal(
            2,
            (await _giver.GetAsync($"/api/children/cards/{child}/transfers").JsonAsync()).GetProperty("items").GetArrayLength()
        );
    }

    [Fact]
    public async Task Refuses_a_receiver_who_does_not_edit_there()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await _giver
            .PostAsync(
                $"/api/children/cards/{child}/transfers",
                new
                {
                    to = await ReceiverAsync(),
                    territory = Road.AkSuu,
                    reason = "x",
                }
            )
            .RefusedAsync(HttpStatusCode.Conflict, "transfer.no-holder-there");
    }

    [Fact]
    public async Task Refuses_the_giver_as_receiver()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        var all = await _giver.GetAsync($"/api/children/transfers/receivers?territory={Road.AkSuu}").JsonAsync();
        var giver = all.GetProperty("items")
            .EnumerateArray()
            .Single(r => r.Text("fullName").StartsWith("Токтосунова", StringComparison.Ordinal));
        var others = await _giver.GetAsync($"/api/children/transfers/receivers?territory={Road.AkSuu}&childId={child}").JsonAsync();
        Assert.DoesNotContain(others.GetProperty("items").EnumerateArray(), r => r.Id() == giver.Id());
        await _giver
            .PostAsync(
                $"/api/children/cards/{child}/transfers",
                new
                {
                    to = giver.Id(),
                    territory = Road.AkSuu,
                    reason = "x",
                }
            )
            .RefusedAsync(HttpStatusCode.Conflict, "transfer.to-the-same");
    }

    [Fact]
    public async Task The_receiver_reads_reason_risk_and_open_steps_before_answering_and_it_is_journalled()
    {
        var (child, _) = await _host.PlanInForceAsync(_giver);
        await OfferAsync(child);
        var offered = await OnlyAsync(_receiver);
        var path = $"/api/children/transfers/{offered.Id()}";
        var summary = await _receiver.GetAsync(path).JsonAsync();
        Assert.Equal("Үй-бүлө көчүп кетти", summary.Text("reason"));
        Assert.NotEmpty(summary.Text("risk"));
        Assert.Contains("poverty", summary.GetProperty("causes").EnumerateArray().Select(c => c.GetString()));
        var steps = summary.GetProperty("steps").EnumerateArray().ToList();
        Assert.Contains(steps, s => s.Text("step") == "visit" && s.GetProperty("comes").GetBoolean());
        Assert.DoesNotContain(steps, s => s.Text("step") == "accept-transfer");
        // the card itself stays closed, and only the receiver reads the summary
        await _receiver.GetAsync($"/api/children/cards/{child}").RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await _giver.GetAsync(path).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        var journal = await (await _host.SignedInAsync("admin")).GetAsync($"/api/access/journal/of-child/{child}?size=100").JsonAsync();
        Assert.Contains(journal.GetProperty("items").EnumerateArray(), e => e.Text("action") == "GetTransfer");

        await DecideAsync(_receiver, offered, false).NothingAsync();
        await _receiver.GetAsync(path).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Other_peoples_steps_and_measures_stay_with_them()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await _giver.AssessAsync(child);
        var plan = await _giver.FormPlanAsync(child);
        var police = await _giver.ResponsibleAsync("Сыдыков");
        await _giver.SubmitPlanAsync(plan, police);
        await (await _host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var receiver = await ReceiverAsync();
        await OfferAsync(child);
        await DecideAsync(_receiver, await OnlyAsync(_receiver), true).NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);

        var owed = await OwedAsync(child);
        Assert.All(owed, d => Assert.Equal(Road.Alamudun, d.Territory));
        Assert.All(owed.Where(d => d.Step is Step.CarryOutMeasure), d => Assert.Equal(police, d.ResponsibleId));
        Assert.Equal(receiver, owed.Single(d => d.Step is Step.Visit).ResponsibleId);
        var measures = (await _receiver.PlanAsync(plan)).GetProperty("measures").EnumerateArray().ToList();
        Assert.NotEmpty(measures);
        Assert.All(measures, m => Assert.Equal(police, m.Id("responsibleId")));

        // whatever starts after the transfer belongs to the receiver, whoever formed the plan
        var visit = (await _receiver.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items")[0];
        await _receiver
            .PostAsync(
                $"/api/plans/visits/{visit.Id()}/record",
                new
                {
                    on = "2026-11-23",
                    place = "x",
                    seen = "x",
                    finding = "better",
                    findings = new { safety = "x" },
                    nextStep = "x",
                },
                visit.Id("version").Etag()
            )
            .NothingAsync();
        Assert.Equal(receiver, (await OwedAsync(child)).Single(d => d.Step is Step.Visit).ResponsibleId);
    }

    [Fact]
    [Clause("13b.4")]
    public async Task What_a_colleague_owes_who_does_not_work_there_goes_to_the_receiver()
    {
        var child = (await _giver.OpenCardAsync(signal: Road.Signal(territory: Road.Town))).Id("childId");
        var colleague = await _host.SignedInAsync("town.aksuu");
        await colleague.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created);
        await colleague.AssessAsync(child);
        // whoever assessed, the responsible specialist owes the plan
        var giver = await _giver.ResponsibleAsync("Токтосунова");
        Assert.Equal(giver, (await OwedAsync(child)).Single(d => d.Step is Step.FormPlan).ResponsibleId);
        var receiver = await ReceiverAsync();
        await OfferAsync(child);
        var steps = (await _receiver.GetAsync($"/api/children/transfers/{(await OnlyAsync(_receiver)).Id()}").JsonAsync()).GetProperty(
            "steps"
        );
        Assert.All(steps.EnumerateArray(), s => Assert.True(s.GetProperty("comes").GetBoolean()));
        await DecideAsync(_receiver, await OnlyAsync(_receiver), true).NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.All(await OwedAsync(child), d => Assert.Equal(receiver, d.ResponsibleId));
    }

    [Fact]
    public async Task Refuses_an_acceptance_after_the_receivers_access_was_narrowed()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await OfferAsync(child);
        var offered = await OnlyAsync(_receiver);
        var admin = await _host.SignedInAsync("admin");
        await _host.AddAimakOfAlamudunAsync();
        await _host.ChangeAccessAsync(admin, "holder.alamudun", Access.AccountTests.Access(territory: Road.AlamudunAimak));
        await _receiver.GetAsync($"/api/children/transfers/{offered.Id()}").RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await DecideAsync(_receiver, offered, true).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        Assert.True((await _giver.CardAsync(child)).GetProperty("canEdit").GetBoolean());
    }

    [Fact]
    public async Task The_end_of_a_case_lapses_its_open_offer()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await OfferAsync(child);
        var offered = await OnlyAsync(_receiver);
        var ending = new
        {
            ending = "moved-abroad",
            happenedOn = "2026-11-23",
            reason = "Чет өлкөгө көчтү",
        };
        var closing = await _giver.PostAsync($"/api/closings/of-child/{child}", ending).JsonAsync(HttpStatusCode.Created);
        var unit = await _host.SignedInAsync("unit.aksuu");
        var version = (await unit.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0].Id("version").Etag();
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = true, remarks = "x" }, version).NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);

        var mine = (await _receiver.GetAsync("/api/children/transfers").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("lapsed", mine.Text("status"));
        Assert.Empty((await _receiver.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.DoesNotContain(await OwedAsync(child), d => d.Step is Step.AcceptTransfer);
        await DecideAsync(_receiver, mine, true).RefusedAsync(HttpStatusCode.Conflict, "transfer.decided-already");
        await DecideAsync(_receiver, offered, true).RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
    }

    private Task<List<Registry.Platform.Model.Deadline>> OwedAsync(Guid child) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Deadlines.AsNoTracking().Where(d => d.ChildId == child && d.IsOpen).ToListAsync()
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
