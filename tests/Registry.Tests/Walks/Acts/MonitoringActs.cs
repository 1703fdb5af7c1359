using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[16, 13b.4] Only its responsible specialist reports on a measure.</summary>
internal sealed class ReportMeasure : CaseAct
{
    public required PlanLife Plan { get; init; }
    public required MeasureLife Measure { get; init; }
    public bool Done { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Plans) is { } plan && d.Maybe(plan.Measures) is { } measure
            ? new ReportMeasure
            {
                By = d.Owner(m, measure.Responsible!.Value),
                Case = c,
                Plan = plan,
                Measure = measure,
                Done = !d.Chance(3),
            }
            : null;

    public override string In(CaseModel model) => $"{Plan.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        By.Role is PersonRole.Unit or PersonRole.Centre ? Verdict.Refused("not-allowed", 403)
        : By.Id != Measure.Responsible || Case.Where == Places.Nowhere ? Verdict.Refused("not-found", 404)
        : Plan.State is PlanState.InForce && Measure.Running ? Verdict.Done
        : Verdict.Refused("measure.not-running");

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/plans/measures/{Measure.Id}/report",
            new
            {
                status = Done ? "done" : "in-progress",
                result = "Аткарылды",
                on = world.Today,
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        if (!Done)
            return;
        Measure.Running = false;
        model.Meet("carry-out-measure", Measure);
    }
}

/// <summary>[13b.4] An additional visit, on an agreed day.</summary>
internal sealed class PlanVisit : CaseAct
{
    public int InDays { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c
            ? new PlanVisit
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                InDays = d.Upto(20),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (IsExpected(model, model.Today.AddDays(InDays)) ? Verdict.Refused("visit.planned-already") : Verdict.Created);

    private bool IsExpected(CaseModel model, DateOnly on) =>
        Case.Visits.Exists(v =>
            v.State is VisitState.Expected && model.Open(v.FollowUp ? "follow-up" : "visit", v).Any(s => model.Due(s) == on)
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/plans/visits/of-child/{Case.ChildId}", new { on = world.Today.AddDays(InDays) });

    public override void Do(CaseModel model, JsonElement answer)
    {
        var visit = new VisitLife(FollowUp: false);
        Case.Visits.Add(visit);
        model.Start("visit", visit, Case, By.Id, model.Today, InDays, working: false);
    }
}

/// <summary>[13b.4, 11.5] A visit meets its own step; under a plan the next one is planned.</summary>
internal sealed class RecordVisit : CaseAct
{
    public required VisitLife Visit { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Visits) is { } visit
            ? new RecordVisit
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Visit = visit,
            }
            : null;

    public override string In(CaseModel model) => $"{Visit.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (Visit.FollowUp ? null : NotOpen())
        ?? (
            Visit.State switch
            {
                VisitState.Made => Verdict.Refused("visit.made-already"),
                VisitState.CalledOff => Verdict.Refused("visit.called-off"),
                _ => Verdict.Done,
            }
        );

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        var id = await world.VisitIdAsync(Case, Visit);
        return await world.PostAsync<Registry.ProtectionPlans.Model.Visit>(
            By,
            $"/api/plans/visits/{id}/record",
            new
            {
                on = world.Today,
                place = "Үйү",
                seen = "Бала",
                finding = "same",
                findings = new { safety = "Жакшы" },
                nextStep = "Уланта берүү",
            },
            id
        );
    }

    public override void Do(CaseModel model, JsonElement answer)
    {
        Visit.State = VisitState.Made;
        model.Meet(Visit.FollowUp ? "follow-up" : "visit", Visit);
        if (
            !Visit.FollowUp
            && Case.Plans.Exists(p => p.State is PlanState.InForce)
            && !Case.Visits.Exists(v => v.State is VisitState.Expected)
        )
            model.PlanNextVisit(Case);
        model.KeepOnward(Case);
    }
}
