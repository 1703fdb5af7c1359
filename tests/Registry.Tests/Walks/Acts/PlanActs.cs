using System.Globalization;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[3] The Base forms the plan from card and assessment.</summary>
internal sealed class FormPlan : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c ? new FormPlan { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (
            !Case.Assessed ? Verdict.Refused("plan.assessment-first")
            : Case.Plans.LastOrDefault() is { State: PlanState.Draft or PlanState.Submitted } ? Verdict.Refused("plan.draft-exists")
            : Verdict.Created
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/plans/of-child/{Case.ChildId}", new { });

    public override void Do(CaseModel model, JsonElement answer) =>
        Case.Plans.Add(new PlanLife(answer.Id(), answer.GetProperty("measures").GetInt32()));
}

/// <summary>About the newest version of a plan.</summary>
internal abstract class PlanAct : CaseAct
{
    protected PlanLife Plan => Case.Plans[^1];

    public override string In(CaseModel model) => $"{Plan.State} {Case.State}";

    protected static CaseLife? WithPlan(CaseModel m, Dice d) => d.Maybe(m.Cards.FindAll(c => c.Plans.Count > 0));
}

/// <summary>[3, 16] Every measure is assigned, the family was consulted: the plan goes to the unit.</summary>
internal sealed class SubmitPlan : PlanAct
{
    /// <summary>The people measures are assigned to.</summary>
    public required Person Responsible { get; init; }

    public static Act? Draw(CaseModel m, Dice d)
    {
        if (WithPlan(m, d) is not { } c)
            return null;
        var able = m.People.Where(p => p.Role is PersonRole.Holder or PersonRole.Body && p.Sees(c.Where)).ToList();
        return able.Count == 0
            ? null
            : new SubmitPlan
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Responsible = d.One(able),
            };
    }

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Plan.State is not PlanState.Draft ? Verdict.Refused("plan.not-draft")
            : Plan.Proposed == 0 ? Verdict.Refused("plan.empty")
            : Verdict.Done
        );

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        var path = $"/api/plans/{Plan.Id}";
        if (Plan.State is PlanState.Draft && By.Role is PersonRole.Holder && By.Sees(Case.Where))
            await PrepareAsync(world, path);
        return await world.PostAsync<Registry.ProtectionPlans.Model.Plan>(By, $"{path}/submit", new { }, Plan.Id);
    }

    private async Task PrepareAsync(WalkWorld world, string path)
    {
        var view = await By.Browser.PlanAsync(Plan.Id);
        foreach (var measure in view.GetProperty("measures").EnumerateArray())
            await By
                .Browser.PutAsync(
                    $"{path}/measures/{measure.Id()}",
                    new
                    {
                        body = measure.Text("body"),
                        workingDays = measure.GetProperty("workingDays").GetInt32(),
                        responsibleId = Responsible.Id,
                    },
                    await world.VersionAsync<Registry.ProtectionPlans.Model.Plan>(Plan.Id)
                )
                .NothingAsync();
        var needs = view.GetProperty("needs").EnumerateArray().ToDictionary(n => n.Text("need"), _ => "Азырынча жок");
        await By
            .Browser.PutAsync(
                $"{path}/family",
                new { family = "agrees", needReasons = needs },
                await world.VersionAsync<Registry.ProtectionPlans.Model.Plan>(Plan.Id)
            )
            .NothingAsync();
    }

    public override void Do(CaseModel model, JsonElement answer)
    {
        Plan.State = PlanState.Submitted;
        model.Meet("form-plan", Case);
        model.Meet("continue-or-end", Case);
        model.Start("approve-plan", Case, Case, null, model.Today, CaseModel.ApprovePlan);
    }

    public override async Task LearnAsync(CaseModel model, WalkWorld world)
    {
        Plan.Measures.Clear();
        foreach (var measure in (await By.Browser.PlanAsync(Plan.Id)).GetProperty("measures").EnumerateArray())
            Plan.Measures.Add(
                new MeasureLife(measure.Id(), measure.GetProperty("workingDays").GetInt32())
                {
                    Responsible = Responsible.Id,
                    // a running measure of the previous version counts from its own day
                    StartedOn =
                        measure.TryGetProperty("startedOn", out var on) && on.ValueKind is JsonValueKind.String
                            ? DateOnly.ParseExact(on.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                            : null,
                }
            );
    }
}

/// <summary>[3] The unit approves the plan, which is in force from now on, or returns it.</summary>
internal sealed class DecidePlan : PlanAct
{
    public bool Approve { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        WithPlan(m, d) is { } c
            ? new DecidePlan
            {
                By = d.Actor(m, PersonRole.Unit, c.Where),
                Case = c,
                Approve = !d.Chance(4),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Case.Where) ?? (Plan.State is PlanState.Submitted ? Verdict.Done : Verdict.Refused("plan.not-submitted"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.ProtectionPlans.Model.Plan>(
            By,
            $"/api/plans/{Plan.Id}/decide",
            new { approve = Approve, remarks = "Жооп" },
            Plan.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("approve-plan", Case);
        if (!Approve)
        {
            Plan.State = PlanState.Draft;
            model.Lapse("form-plan", Case, "plan-superseded");
            model.Start("form-plan", Case, Case, Case.Responsible, model.Today, CaseModel.FormPlan);
            return;
        }
        foreach (var before in Case.Plans.Where(p => p.State is PlanState.InForce))
        {
            before.State = PlanState.Superseded;
            foreach (var measure in before.Measures)
                model.Lapse("carry-out-measure", measure, "plan-superseded");
        }
        (Plan.State, Case.State) = (PlanState.InForce, CaseState.PlanInForce);
        foreach (var measure in Plan.Measures)
        {
            measure.StartedOn ??= model.Today;
            model.Start("carry-out-measure", measure, Case, measure.Responsible, measure.StartedOn.Value, measure.Days);
        }
        if (!Case.Visits.Exists(v => v.State is VisitState.Expected))
            model.PlanNextVisit(Case);
    }
}
