using System.Net;
using Registry.Platform.Events;
using Registry.Tests.Host;
using UglyToad.PdfPig;

namespace Registry.Tests.ProtectionPlans;

[Collection("host")]
[Clause("3", "10.2", "13b.4")]
public sealed class PlanTests(RegistryHost host)
{
    private static readonly string[] Three = ["ky", "ru", "en"];

    private async Task<(HttpClient Holder, HttpClient Unit, Guid ChildId)> AssessedAsync(Dictionary<string, string>? answers = null)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, answers ?? new() { ["absences"] = "serious", ["food"] = "serious" });
        return (holder, await host.SignedInAsync("unit.aksuu"), child);
    }

    [Fact]
    public async Task Refuses_a_plan_without_an_assessment()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/plans/of-child/{child}", new { }).RefusedAsync(HttpStatusCode.Conflict, "plan.assessment-first");
    }

    [Fact]
    public async Task The_Base_itself_forms_the_plan_and_says_why_of_every_measure()
    {
        var (holder, _, child) = await AssessedAsync();
        var plan = await holder.PlanAsync(await holder.FormPlanAsync(child));
        var measures = plan.GetProperty("measures").EnumerateArray().ToList();
        Assert.Contains("food-help", measures.Select(m => m.Text("rule")));
        Assert.Contains("education-attendance", measures.Select(m => m.Text("rule")));
        Assert.All(
            measures,
            m =>
            {
                Assert.NotEmpty(m.GetProperty("because").EnumerateArray());
                Assert.Equal(1, m.GetProperty("rulesVersion").GetInt32());
                Assert.All(Three, language => Assert.NotEmpty(m.GetProperty("ground").Text(language)));
            }
        );
        Assert.All(plan.GetProperty("needs").EnumerateArray(), n => Assert.True(n.GetProperty("measures").GetInt32() > 0));
    }

    [Fact]
    public async Task Every_need_ends_with_a_measure_or_a_written_reason()
    {
        var (holder, _, child) = await AssessedAsync(new() { ["food"] = "serious" });
        var id = await holder.FormPlanAsync(child);
        var path = $"/api/plans/{id}";
        foreach (var m in (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().Where(m => m.Text("need") == "nutrition"))
            await holder.ChangeAsync(
                path,
                v => holder.PostAsync($"{path}/measures/{m.Id()}/drop", new { reason = "Башка жерден алат" }, v)
            );
        await holder
            .PostAsync($"{path}/submit", new { }, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "plan.need-unanswered");
        await holder.ChangeAsync(
            path,
            v => holder.PutAsync($"{path}/family", new { family = "agrees", needReasons = new { nutrition = "Мектептен алат" } }, v)
        );
        await holder
            .PostAsync($"{path}/submit", new { }, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "plan.measure-unassigned");
    }

    [Fact]
    public async Task Refuses_a_decision_on_a_plan_that_was_never_sent()
    {
        var (holder, unit, child) = await AssessedAsync();
        var id = await holder.FormPlanAsync(child);
        await unit.PostAsync($"/api/plans/{id}/decide", new { approve = true }, await unit.VersionAsync($"/api/plans/{id}"))
            .RefusedAsync(HttpStatusCode.Conflict, "plan.not-submitted");
        Assert.Equal("draft", (await holder.PlanAsync(id)).Text("status"));
    }

    [Fact]
    public async Task The_next_version_does_not_propose_what_was_done_already()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (child, plan) = await host.PlanInForceAsync(holder);
        var measures = (await holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray().ToList();
        var done = measures.First(m => m.TryGetProperty("rule", out var rule) && rule.GetString() is not null);
        var report = new
        {
            status = "done",
            result = "Аткарылды",
            on = "2026-11-23",
        };
        await holder.PostAsync($"/api/plans/measures/{done.Id()}/report", report).NothingAsync();
        var next = await holder.PlanAsync(await holder.FormPlanAsync(child));
        Assert.DoesNotContain(done.Text("rule"), next.GetProperty("measures").EnumerateArray().Select(m => m.Text("rule")));
    }

    [Fact]
    public async Task The_territorial_unit_returns_a_plan_with_remarks_or_approves_it_and_its_measures_run()
    {
        var (holder, unit, child) = await AssessedAsync();
        var id = await holder.FormPlanAsync(child);
        var path = $"/api/plans/{id}";
        await holder.SubmitPlanAsync(id, await holder.ResponsibleAsync());
        await unit.PostAsync($"{path}/decide", new { approve = false }, await unit.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await unit.ChangeAsync(path, v => unit.PostAsync($"{path}/decide", new { approve = false, remarks = "Мөөнөтүн кыскартыңыз" }, v));
        Assert.Equal("draft", (await holder.PlanAsync(id)).Text("status"));
        await holder.ChangeAsync(path, v => holder.PostAsync($"{path}/submit", new { }, v));
        async Task<Dictionary<Guid, string>> WordsAsync() =>
            (await holder.PlanAsync(id))
                .GetProperty("measures")
                .EnumerateArray()
                .ToDictionary(m => m.Id(), m => m.GetProperty("text").GetRawText() + m.GetProperty("ground").GetRawText());
        var words = await WordsAsync();
        await unit.ApprovePlanAsync(id);
        // what is signed is what was read
        Assert.Equal(words, await WordsAsync());
        var plan = await holder.PlanAsync(id);
        Assert.Equal("in-force", plan.Text("status"));
        Assert.All(plan.GetProperty("measures").EnumerateArray(), m => Assert.NotNull(m.Text("dueOn")));
        Assert.Equal(2, plan.GetProperty("remarks").GetArrayLength());
        var steps = (await holder.CardAsync(child))
            .GetProperty("deadlines")
            .EnumerateArray()
            .Where(d => d.GetProperty("isOpen").GetBoolean())
            .Select(d => d.Text("step"))
            .ToList();
        Assert.Contains("carry-out-measure", steps);
        Assert.Contains("visit", steps);
        Assert.DoesNotContain("form-plan", steps);
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        Assert.Equal("plan-in-force", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
    }

    [Fact]
    public async Task A_specialist_of_another_body_sees_and_reports_their_own_measures_only()
    {
        var (holder, unit, child) = await AssessedAsync();
        var police = await host.SignedInAsync("police.aksuu");
        var officer = (await police.GetAsync("/api/access/me").JsonAsync()).Id("specialistId");
        var id = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(id, officer);
        await unit.ApprovePlanAsync(id);
        var mine = (await police.GetAsync("/api/plans/my-measures?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Select(i => i.GetProperty("measure"))
            .ToList();
        var first = (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().First();
        Assert.Contains(first.Id(), mine.Select(m => m.Id()));
        Assert.All(mine, m => Assert.Equal(officer, m.Id("responsibleId")));
        var report = new
        {
            status = "done",
            result = "Үй-бүлөгө барып, аткардык.",
            on = "2026-11-23",
        };
        await holder.PostAsync($"/api/plans/measures/{first.Id()}/report", report).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await police.PostAsync($"/api/plans/measures/{first.Id()}/report", report).NothingAsync();
        var done = (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().Single(m => m.Id() == first.Id());
        Assert.Equal(("done", "2026-11-23"), (done.Text("status"), done.Text("doneOn")));
        Assert.Equal("Үй-бүлөгө барып, аткардык.", done.Text("result"));
        Assert.DoesNotContain(first.Id(), await MineAsync(done: false));
        Assert.Equal([first.Id()], await MineAsync(done: true));
        await police
            .PostAsync($"/api/plans/measures/{first.Id()}/report", report)
            .RefusedAsync(HttpStatusCode.Conflict, "measure.not-running");

        // [22.5] why not, as a code that is counted
        var second = mine.First(m => m.Id() != first.Id());
        var notPossible = new
        {
            status = "not-possible",
            result = "Районго кызмат жок.",
            on = "2026-11-23",
            obstacle = (string?)null,
        };
        var path = $"/api/plans/measures/{second.Id()}/report";
        Assert.NotNull((await police.PostAsync(path, notPossible).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("obstacle"));
        await police.PostAsync(path, notPossible with { obstacle = "no-service" }).NothingAsync();
        var hindered = (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().Single(m => m.Id() == second.Id());
        Assert.Equal(("not-possible", "no-service"), (hindered.Text("status"), hindered.Text("obstacle")));
        Assert.Contains(second.Id(), await MineAsync(done: true));

        async Task<List<Guid>> MineAsync(bool done)
        {
            // the officer's measures in other children's plans do not matter here
            var plans = (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().Select(m => m.Id()).ToList();
            return
            [
                .. (await police.GetAsync($"/api/plans/my-measures?size=100{(done ? "&done=true" : "")}").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("measure").Id())
                    .Where(plans.Contains),
            ];
        }
    }

    [Fact]
    public async Task The_next_visit_is_planned_by_itself_only_when_none_is_waiting()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (child, _) = await host.PlanInForceAsync(holder);
        var list = $"/api/plans/visits/of-child/{child}";
        var planned = (await holder.GetAsync(list).JsonAsync()).GetProperty("items").EnumerateArray().Single();
        await holder.PostAsync(list, new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created);
        var visit = new
        {
            on = "2026-11-23",
            place = "Үйүндө",
            seen = "Бала",
            finding = "same",
            findings = new { care = "x" },
            nextStep = "x",
        };
        await holder.PostAsync($"/api/plans/visits/{planned.Id()}/record", visit, planned.Id("version").Etag()).NothingAsync();
        Assert.Equal(2, (await holder.GetAsync(list).JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    [Clause("21")]
    public async Task A_measure_in_the_specialists_own_words_stands_in_the_plan_and_on_its_paper_copy()
    {
        var (holder, _, child) = await AssessedAsync();
        var id = await holder.FormPlanAsync(child);
        var path = $"/api/plans/{id}";
        var responsible = await holder.ResponsibleAsync();
        var before = (await holder.PlanAsync(id)).GetProperty("measures").GetArrayLength();
        var own = new
        {
            need = "education",
            text = "Мугалимбиякталат",
            body = "education",
            priority = 1,
            workingDays = 4,
            responsibleId = responsible,
        };
        await holder.ChangeAsync(path, v => holder.PostAsync($"{path}/measures", own, v));
        var measures = (await holder.PlanAsync(id)).GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(before + 1, measures.Count);
        var added = measures.Single(m => m.GetProperty("rule").GetString() is null);
        Assert.Equal((own.text, 4), (added.GetProperty("text").Text("ky"), added.GetProperty("workingDays").GetInt32()));
        Assert.Equal(responsible, added.Id("responsibleId"));
        Assert.Empty(added.GetProperty("because").EnumerateArray());
        var print = new
        {
            kind = "plan",
            language = "ky",
            purpose = "Үй-бүлөгө",
        };
        var made = await holder.PostAsync($"/api/reporting/papers/of-child/{child}", print).JsonAsync(HttpStatusCode.Created);
        using var pdf = PdfDocument.Open(
            await (await holder.GetAsync($"/api/reporting/papers/{made.Id()}/file")).Content.ReadAsByteArrayAsync()
        );
        Assert.Contains(own.text, pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }

    [Fact]
    public async Task A_review_makes_a_new_version_that_is_compared_with_the_one_before()
    {
        var (holder, unit, child) = await AssessedAsync(new() { ["food"] = "serious" });
        var first = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(first, await holder.ResponsibleAsync());
        await unit.ApprovePlanAsync(first);
        await holder.AssessAsync(child, new() { ["food"] = "serious", ["absences"] = "serious" });
        var second = await holder.PlanAsync(await holder.FormPlanAsync(child));
        Assert.Equal(2, second.GetProperty("planVersion").GetInt32());
        Assert.Contains(
            "education-attendance",
            second.GetProperty("comparison").GetProperty("added").EnumerateArray().Select(a => a.GetString())
        );
        // what continues from the previous version was not added
        Assert.DoesNotContain(
            "food-help",
            second.GetProperty("comparison").GetProperty("added").EnumerateArray().Select(a => a.GetString())
        );
        await holder.SubmitPlanAsync(second.Id(), await holder.ResponsibleAsync());
        await unit.ApprovePlanAsync(second.Id());
        Assert.Equal("superseded", (await holder.PlanAsync(first)).Text("status"));
        var running = (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray();
        Assert.Equal(
            second.GetProperty("measures").GetArrayLength(),
            running.Count(d => d.Text("step") == "carry-out-measure" && d.GetProperty("isOpen").GetBoolean())
        );
        // the end of the case is not the end of a previously superseded plan
        await host.EndCaseAsync(holder, unit, child);
        Assert.Equal(
            ("superseded", "ended"),
            ((await holder.PlanAsync(first)).Text("status"), (await holder.PlanAsync(second.Id())).Text("status"))
        );
    }

    [Fact]
    public async Task A_changed_card_shows_what_the_rules_would_now_add_or_drop()
    {
        var (holder, _, child) = await AssessedAsync();
        await holder.FormPlanAsync(child);
        var card = await holder.CardAsync(child);
        var section = new { statuses = new[] { "full-orphan" }, causes = new[] { "loss-of-both-parents" } };
        await holder
            .PutAsync($"/api/children/cards/{child}/legal-status", new { section }, card.SectionVersion("legal-status"))
            .JsonAsync();
        var review = await holder.GetAsync($"/api/plans/of-child/{child}/review").JsonAsync();
        var added = review.GetProperty("wouldAdd").EnumerateArray().Select(a => a.Text("rule")).ToList();
        Assert.Contains("guardian-appoint", added);
        Assert.Contains("loss-support", added);
    }

    [Fact]
    public async Task Visits_are_planned_recorded_and_missing_ones_seen()
    {
        var (holder, unit, child) = await AssessedAsync();
        var id = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(id, await holder.ResponsibleAsync());
        await unit.ApprovePlanAsync(id);
        var list = $"/api/plans/visits/of-child/{child}";
        var read = await holder.GetAsync(list).JsonAsync();
        var planned = read.GetProperty("items").EnumerateArray().Single();
        Assert.True(read.GetProperty("canEdit").GetBoolean() && planned.GetProperty("canRecord").GetBoolean());
        read = await unit.GetAsync(list).JsonAsync();
        Assert.False(read.GetProperty("canEdit").GetBoolean() || read.GetProperty("items")[0].GetProperty("canRecord").GetBoolean());
        var visit = new
        {
            on = "2026-11-23",
            place = "Үйүндө",
            seen = "Бала, чоң эне",
            finding = "better",
            findings = new { care = "Тамагы бар" },
            nextStep = "Мектеп менен сүйлөшүү",
        };
        await holder.PostAsync($"/api/plans/visits/{planned.Id()}/record", visit, planned.Id("version").Etag()).NothingAsync();
        var items = (await holder.GetAsync(list).JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, items.Count);
        Assert.Equal("better", items.Single(i => i.Id() == planned.Id()).Text("finding"));
        // of two on one day, the one planned first comes first
        Assert.Equal([false, true], items.Select(i => i.GetProperty("canRecord").GetBoolean()));
        Assert.Equal("Тамагы бар", items.Single(i => i.Id() == planned.Id()).GetProperty("contents").GetProperty("findings").Text("care"));
        await holder
            .PostAsync($"/api/plans/visits/{planned.Id()}/record", visit with { on = "2026-11-29" }, planned.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await holder.PostAsync(list, new { on = "2026-11-22" }).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }
}
