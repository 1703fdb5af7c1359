using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

[Collection("host")]
[Clause("20.9", "11.5")]
public sealed class ClosingTests(RegistryHost host)
{
    private static object Request(string ending = "stopped", string? inSpiteOf = null) =>
        new
        {
            ending,
            happenedOn = "2026-11-23",
            reason = "Баа берүүнүн кереги жок",
            inSpiteOf,
        };

    private static async Task<JsonElement> OnlyAsync(HttpClient user, Guid child) =>
        (await user.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().Single();

    [Fact]
    public async Task A_case_is_stopped_only_with_the_territorial_units_consent_and_its_data_stay()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request())
            .RefusedAsync(HttpStatusCode.Conflict, "closing.requested-already");
        var closing = await OnlyAsync(unit, child);
        Assert.True(closing.GetProperty("canDecide").GetBoolean());
        var decide = $"/api/closings/{closing.Id()}/decide";
        var consent = new { consent = true, remarks = "Макулмун" };
        await holder.PostAsync(decide, consent, closing.Id("version").Etag()).RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        await unit.PostAsync(decide, consent, closing.Id("version").Etag()).NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        var card = await holder.CardAsync(child);
        Assert.Equal("closed", card.GetProperty("case").Text("status"));
        Assert.Equal("Сынова", card.GetProperty("contents").GetProperty("identity").Text("surname"));
        Assert.DoesNotContain(card.GetProperty("deadlines").EnumerateArray(), d => d.GetProperty("isOpen").GetBoolean());
        await holder
            .PostAsync($"/api/assessments/of-child/{child}", new { })
            .RefusedAsync(HttpStatusCode.Conflict, "assessment.case-closed");
        closing = await OnlyAsync(holder, child);
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра кыйын абалда" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        card = await holder.CardAsync(child);
        Assert.Equal("opened", card.GetProperty("case").Text("status"));
        Assert.Single(card.Owed("process-report"));
        Assert.Contains(
            card.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("step") == "assess" && d.GetProperty("isOpen").GetBoolean()
        );
    }

    [Fact]
    public async Task Refuses_to_stop_a_case_whose_plan_is_in_force_or_awaits_approval()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        // requested before there was a plan, and consented to after it was sent
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync("Токтосунова"));
        var closing = await OnlyAsync(unit, child);
        Task<HttpResponseMessage> Decide(bool consent) =>
            unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent, remarks = "x" }, closing.Id("version").Etag());
        await Decide(true).RefusedAsync(HttpStatusCode.Conflict, "closing.plan-in-force");
        await Decide(false).NothingAsync();

        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).RefusedAsync(HttpStatusCode.Conflict, "closing.plan-in-force");
        await unit.ApprovePlanAsync(plan);
        var problem = await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("closing.plan-in-force", problem.CodeAt("ending") ?? problem.Text("code"));
    }

    [Fact]
    public async Task A_refused_stop_leaves_the_case_as_it_was()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        var closing = await OnlyAsync(unit, child);
        await unit.PostAsync(
                $"/api/closings/{closing.Id()}/decide",
                new { consent = false, remarks = "Баа бериңиз" },
                closing.Id("version").Etag()
            )
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        Assert.Equal("opened", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
        Assert.Equal("Баа бериңиз", (await OnlyAsync(holder, child)).GetProperty("contents").Text("decision"));
    }

    [Fact]
    public async Task An_exit_checks_its_criteria_and_looks_at_the_child_after_three_and_six_months()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation"))
            .RefusedAsync(HttpStatusCode.Conflict, "closing.criteria-not-met");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation", "Үй-бүлө кайра биригип, шарты түзөлдү"))
            .JsonAsync(HttpStatusCode.Created);
        var closing = await OnlyAsync(unit, child);
        Assert.Contains(
            closing.GetProperty("contents").GetProperty("criteria").EnumerateArray(),
            c => !c.GetProperty("holds").GetBoolean()
        );
        await unit.PostAsync(
                $"/api/closings/{closing.Id()}/decide",
                new { consent = true, remarks = "Макулмун" },
                closing.Id("version").Etag()
            )
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        var open = (await holder.CardAsync(child))
            .GetProperty("deadlines")
            .EnumerateArray()
            .Where(d => d.GetProperty("isOpen").GetBoolean())
            .ToList();
        Assert.Equal(["follow-up", "follow-up"], open.ConvertAll(d => d.Text("step")));
        var visits = (await holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Equal(["2027-05-23", "2027-02-23"], visits.Select(v => v.Text("plannedOn")));
    }

    private static readonly object Seen = new
    {
        on = "2026-11-23",
        place = "Үйү",
        seen = "Бала, энеси",
        finding = "better",
        findings = new { safety = "Жакшы" },
        nextStep = "Уланта берүү",
    };

    private static Task<HttpResponseMessage> RecordAsync(HttpClient user, JsonElement visit) =>
        user.PostAsync($"/api/plans/visits/{visit.Id()}/record", Seen, visit.Id("version").Etag());

    private static async Task<List<JsonElement>> VisitsAsync(HttpClient user, Guid child) =>
        [.. (await user.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task An_ending_closes_the_plan_its_measures_visits_offers_and_changes_and_a_reopening_brings_them_back()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var (child, plan) = await host.PlanInForceAsync(holder);
        var learned = new
        {
            kind = "property",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "Үй",
        };
        await holder.PostAsync($"/api/children/cards/{child}/changes", learned).JsonAsync(HttpStatusCode.Created);
        var receiver = (await holder.GetAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}").JsonAsync())
            .GetProperty("items")[0]
            .Id();
        var offer = new
        {
            to = receiver,
            territory = Road.Alamudun,
            reason = "Көчтү",
        };
        await holder.PostAsync($"/api/children/cards/{child}/transfers", offer).JsonAsync(HttpStatusCode.Created);
        var before = (await holder.CardAsync(child)).Owed().ConvertAll(d => d.Text("step"));

        await host.EndCaseAsync(holder, unit, child);
        var ended = await holder.PlanAsync(plan);
        Assert.Equal("ended", ended.Text("status"));
        Assert.All(ended.GetProperty("measures").EnumerateArray(), m => Assert.Contains(m.Text("status"), (string[])["ended", "dropped"]));
        var visit = Assert.Single(await VisitsAsync(holder, child));
        Assert.False(visit.GetProperty("canRecord").GetBoolean());
        Assert.Equal("2026-11-23", visit.Text("calledOffOn"));
        var changes = (await holder.GetAsync($"/api/children/cards/{child}/changes").JsonAsync()).GetProperty("items");
        Assert.Equal("2026-11-23", changes[0].Text("endedOn"));
        var transfers = (await holder.GetAsync($"/api/children/cards/{child}/transfers").JsonAsync()).GetProperty("items");
        Assert.Equal("lapsed", transfers[0].Text("status"));
        Assert.Empty((await holder.CardAsync(child)).Owed());

        var closing = await OnlyAsync(holder, child);
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        Assert.Equal("plan-in-force", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
        Assert.Equal("in-force", (await holder.PlanAsync(plan)).Text("status"));
        var after = (await holder.CardAsync(child)).Owed().ConvertAll(d => d.Text("step"));
        // an offer must be made again; everything else is owed as before
        Assert.Equal(before.Except(["accept-transfer"]).Order(StringComparer.Ordinal), after.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(before.Count - 1, after.Count);
        await RecordAsync(holder, visit).RefusedAsync(HttpStatusCode.Conflict, "visit.called-off");
    }

    [Fact]
    public async Task A_visit_meets_its_own_step_and_then_the_criterion_of_the_exit_holds()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (child, _) = await host.PlanInForceAsync(holder);
        async Task<bool> VisitedAsync()
        {
            await holder
                .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation", "Шарты түзөлдү"))
                .JsonAsync(HttpStatusCode.Created);
            var closing = await OnlyLastAsync(holder, child);
            await (await host.SignedInAsync("unit.aksuu"))
                .PostAsync(
                    $"/api/closings/{closing.Id()}/decide",
                    new { consent = false, remarks = "Эмитен" },
                    closing.Id("version").Etag()
                )
                .NothingAsync();
            return closing
                .GetProperty("contents")
                .GetProperty("criteria")
                .EnumerateArray()
                .Single(c => c.Text("code") == "visited")
                .GetProperty("holds")
                .GetBoolean();
        }
        Assert.False(await VisitedAsync());
        var due = Assert.Single((await holder.CardAsync(child)).Owed("visit"));
        await RecordAsync(holder, Assert.Single(await VisitsAsync(holder, child))).NothingAsync();
        var deadlines = (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray().Where(d => d.Text("step") == "visit");
        // the recorded one is met, the next one is planned
        Assert.Equal([false, true], deadlines.Select(d => d.GetProperty("isOpen").GetBoolean()).Order());
        Assert.NotNull(due.Text("dueOn"));
        Assert.True(await VisitedAsync());
    }

    [Fact]
    public async Task What_an_exit_is_judged_by_is_the_childs_own_plan_and_visits()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (child, plan) = await host.PlanInForceAsync(holder);
        var fresh = (await holder.OpenCardAsync()).Id("childId");
        await RecordAsync(holder, Assert.Single(await VisitsAsync(holder, child))).NothingAsync();
        foreach (var measure in (await holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray())
            await holder
                .PostAsync(
                    $"/api/plans/measures/{measure.Id()}/report",
                    new
                    {
                        status = "done",
                        result = "x",
                        on = "2026-11-23",
                    }
                )
                .NothingAsync();
        async Task<Dictionary<string, bool>> CriteriaAsync(Guid of)
        {
            await holder
                .PostAsync($"/api/closings/of-child/{of}", Request("left-difficult-situation", "Шарты түзөлдү"))
                .JsonAsync(HttpStatusCode.Created);
            var closing = await OnlyAsync(holder, of);
            return closing
                .GetProperty("contents")
                .GetProperty("criteria")
                .EnumerateArray()
                .ToDictionary(c => c.Text("code"), c => c.GetProperty("holds").GetBoolean());
        }
        // the next visit is planned already
        var judged = await CriteriaAsync(child);
        Assert.Equal((true, true, false), (judged["plan-carried-out"], judged["visited"], judged["no-visit-owed"]));
        judged = await CriteriaAsync(fresh);
        Assert.Equal((false, false, true), (judged["plan-carried-out"], judged["visited"], judged["no-visit-owed"]));
    }

    [Fact]
    public async Task The_end_of_one_case_leaves_another_childs_plan_visits_and_questions_alone()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var (child, _) = await host.PlanInForceAsync(holder);
        var (other, plan) = await host.PlanInForceAsync(holder);
        await holder.PostAsync($"/api/children/cards/{other}/void", new { reason = "x" }).JsonAsync(HttpStatusCode.Created);
        var owed = (await holder.CardAsync(other)).Owed().ConvertAll(d => d.Text("step"));
        await host.EndCaseAsync(holder, unit, child);
        Assert.Equal("in-force", (await holder.PlanAsync(plan)).Text("status"));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await VisitsAsync(holder, other)).GetProperty("calledOffOn").ValueKind);
        var asked = (await unit.GetAsync($"/api/children/voids?childId={other}").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("requested", asked.Text("state"));
        Assert.Equal(owed, (await holder.CardAsync(other)).Owed().ConvertAll(d => d.Text("step")));
    }

    [Theory]
    [InlineData("death", "death")]
    [InlineData("moved-abroad", "case-ended")]
    public async Task What_nobody_owes_any_more_says_how_the_case_ended(string ending, string because)
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await host.EndCaseAsync(holder, unit, child, ending, document: "№ 7");
        var assess = (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray().Single(d => d.Text("step") == "assess");
        Assert.Equal(because, assess.Text("lapsedBecause"));
    }

    private static async Task<JsonElement> OnlyLastAsync(HttpClient user, Guid child) =>
        (await user.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];

    [Fact]
    public async Task A_look_after_the_exit_is_recorded_on_the_closed_case_and_nobody_owes_it_any_more()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await host.EndCaseAsync(holder, unit, child, "left-difficult-situation", "Шарты түзөлдү");
        var looks = await VisitsAsync(holder, child);
        Assert.All(looks, v => Assert.Equal(("follow-up", true), (v.Text("kind"), v.GetProperty("canRecord").GetBoolean())));
        await RecordAsync(holder, looks[1]).NothingAsync();
        Assert.Single((await holder.CardAsync(child)).Owed("follow-up"));
        // a reopened case is visited under its plan again
        var closing = await OnlyAsync(holder, child);
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        Assert.Empty((await holder.CardAsync(child)).Owed("follow-up"));
        await RecordAsync(holder, looks[0]).RefusedAsync(HttpStatusCode.Conflict, "visit.called-off");
    }

    [Fact]
    [Clause("19.3")]
    public async Task A_new_assessment_takes_the_place_of_the_plan_that_was_owed_for_the_earlier_one()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        await holder.AssessAsync(child);
        var plans = (await holder.CardAsync(child))
            .GetProperty("deadlines")
            .EnumerateArray()
            .Where(d => d.Text("step") == "form-plan")
            .ToList();
        Assert.Equal(2, plans.Count);
        Assert.Single(plans, d => d.GetProperty("isOpen").GetBoolean());
        Assert.Single(plans, d => d.TryGetProperty("lapsedBecause", out var why) && why.GetString() == "assessment-superseded");
    }

    [Fact]
    [Clause("5.holder")]
    public async Task The_looks_after_an_exit_are_owed_by_who_is_responsible_now_and_not_by_who_asked()
    {
        var giver = await host.SignedInAsync("holder.aksuu");
        var child = (await giver.OpenCardAsync(signal: Road.Signal(territory: Road.Town))).Id("childId");
        await giver
            .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation", "Шарты түзөлдү"))
            .JsonAsync(HttpStatusCode.Created);
        var town = (await giver.GetAsync($"/api/children/transfers/receivers?territory={Road.Town}&childId={child}").JsonAsync())
            .GetProperty("items")[0]
            .Id();
        var offer = new
        {
            to = town,
            territory = Road.Town,
            reason = "x",
        };
        await giver.PostAsync($"/api/children/cards/{child}/transfers", offer).JsonAsync(HttpStatusCode.Created);
        var receiver = await host.SignedInAsync("town.aksuu");
        var offered = (await receiver.GetAsync("/api/children/transfers?open=true&size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(t => t.Id("childId") == child);
        await receiver
            .PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = true }, offered.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        var unit = await host.SignedInAsync("unit.aksuu");
        var closing = await OnlyAsync(unit, child);
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = true, remarks = "x" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        var looks = await StepsAsync(child, Step.FollowUp);
        Assert.Equal(2, looks.Count);
        Assert.All(looks, d => Assert.Equal((town, Road.Town), (d.ResponsibleId!.Value, d.Territory)));
    }

    private Task<List<Deadline>> StepsAsync(Guid child, Step step) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Deadlines.AsNoTracking()
                .Where(d => d.ChildId == child && d.Step == step && d.IsOpen)
                .ToListAsync()
        );

    [Fact]
    [Clause("20.9", "19.3")]
    public async Task A_case_whose_assessment_confirmed_nothing_is_to_be_continued_or_ended_and_a_refusal_asks_again()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, conclusion: "not-confirmed");
        Assert.Single((await holder.CardAsync(child)).Owed("continue-or-end"));
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        Assert.Empty((await holder.CardAsync(child)).Owed("continue-or-end"));
        var closing = await OnlyAsync(unit, child);
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = false, remarks = "x" }, closing.Id("version").Etag())
            .NothingAsync();
        Assert.Single((await holder.CardAsync(child)).Owed("continue-or-end"));
        // a plan after all, or a new assessment
        await holder.AssessAsync(child);
        Assert.Empty((await holder.CardAsync(child)).Owed("continue-or-end"));
        Assert.Single((await holder.CardAsync(child)).Owed("form-plan"));
    }

    [Fact]
    [Clause("19.3")]
    public async Task A_stopped_case_that_owed_nothing_else_is_assessed_anew_when_it_goes_on()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, conclusion: "not-confirmed");
        await host.EndCaseAsync(holder, unit, child, "stopped");
        var closing = await OnlyAsync(holder, child);
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.SettleAsync();
        Assert.Equal("2026-11-23", Assert.Single((await holder.CardAsync(child)).Owed("assess")).Text("startedOn"));
    }

    [Fact]
    [Clause("13b.4")]
    public async Task The_last_visit_of_a_case_without_a_plan_leaves_a_step_behind()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-11-23" }).JsonAsync(HttpStatusCode.Created);
        await holder.AssessAsync(child, conclusion: "not-confirmed");
        Assert.Empty((await holder.CardAsync(child)).Owed("continue-or-end"));
        await RecordAsync(holder, Assert.Single(await VisitsAsync(holder, child))).NothingAsync();
        Assert.Single((await holder.CardAsync(child)).Owed("continue-or-end"));
    }

    [Theory]
    [InlineData("adoption")]
    [InlineData("death")]
    public async Task Refuses_an_ending_without_the_document_that_proves_it(string ending)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request(ending))
            .RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [Clause("13b.4")]
    [InlineData("2026-11-22", "visit.in-past")]
    [InlineData("2027-11-24", "visit.too-far")]
    [InlineData("9999-12-31", "visit.too-far")]
    public async Task Refuses_a_visit_planned_into_the_past_or_beyond_a_year(string on, string code)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var refused = await holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, refused.CodeAt("on"));
    }

    [Fact]
    [Clause("13b.4")]
    public async Task Refuses_a_second_visit_on_the_same_day()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var path = $"/api/plans/visits/of-child/{(await holder.OpenCardAsync()).Id("childId")}";
        await holder.PostAsync(path, new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created);
        await holder.PostAsync(path, new { on = "2026-12-01" }).RefusedAsync(HttpStatusCode.Conflict, "visit.planned-already");
        await holder.PostAsync(path, new { on = "2026-12-02" }).JsonAsync(HttpStatusCode.Created);
    }
}
