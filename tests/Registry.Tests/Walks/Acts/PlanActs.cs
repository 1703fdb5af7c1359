using System.Globalization;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

namespace Registry.Tests.Walks.Acts;

/// <summary>[13b.3] An assessment is started; one draft at a time.</summary>
internal sealed class StartAssessment : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new StartAssessment { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen("assessment.case-closed")
        ?? (Case.Draft is { Completed: false } ? Verdict.Refused("assessment.draft-exists") : Verdict.Created);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/assessments/of-child/{Case.ChildId}", new { });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Draft = new DraftLife(answer.Id());
        model.ProcessReports(Case);
    }
}

internal sealed class SaveAnswers : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Draft is not null)) is { } c
            ? new SaveAnswers { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (Case.Draft!.Completed ? Verdict.Refused("assessment.completed") : Verdict.Done);

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        await By.Browser.PutAsync(
            $"/api/assessments/{Case.Draft!.Id}/answers",
            new { answers = world.Answers },
            await world.VersionAsync<Registry.Assessments.Assessing.Assessment>(Case.Draft.Id)
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Draft!.Answered = true;
        model.ProcessReports(Case);
    }
}

/// <summary>[19.3] Meets the assessment that is owed and takes the place of what an earlier one asked for.</summary>
internal sealed class CompleteAssessment : CaseAct
{
    public bool Confirms { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Draft is not null)) is { } c
            ? new CompleteAssessment
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Confirms = !d.Chance(3),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (
            !Case.Draft!.Answered ? Verdict.Refused("assessment.unanswered", 400)
            : Case.Draft.Completed ? Verdict.Refused("assessment.completed")
            : Verdict.Done
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Assessments.Assessing.Assessment>(
            By,
            $"/api/assessments/{Case.Draft!.Id}/complete",
            new
            {
                conclusion = Confirms ? "at-risk" : "not-confirmed",
                causes = new[] { "poverty" },
                summary = "Колдоо керек",
                otherThanProposed = "Адистин пикири",
            },
            Case.Draft.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        (Case.Draft!.Completed, Case.Assessed) = (true, true);
        if (model.Owes("assess", Case))
            Case.OwedAssessmentOn = model.Today;
        model.Meet("assess", Case);
        model.Lapse("form-plan", Case, "assessment-superseded");
        model.Lapse("continue-or-end", Case, "assessment-superseded");
        if (Confirms)
            model.Start("form-plan", Case, Case, Case.Responsible, model.Today, CaseModel.FormPlan);
        model.KeepOnward(Case);
        Case.State = CaseState.Assessed;
        model.ProcessReports(Case);
        foreach (var signal in model.SignalsOf(Case))
            model.CallOff(signal.NoAssessment, "decide-ending", "assessment-superseded");
    }
}

/// <summary>[3] The Base forms the plan from card and assessment.</summary>
internal sealed class FormPlan : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new FormPlan { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

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

    protected static CaseLife? WithPlan(CaseModel m, Dice d) => d.Maybe(m.Cases.FindAll(c => c.Plans.Count > 0));
}

/// <summary>[3, 16] Every measure is somebody's, the family was asked: the plan goes to the unit.</summary>
internal sealed class SubmitPlan : PlanAct
{
    /// <summary>To whom the measures are given.</summary>
    public required Person Responsible { get; init; }

    public static Act? Draw(CaseModel m, Dice d)
    {
        if (WithPlan(m, d) is not { } c)
            return null;
        var able = m.People.Where(p => p.Role is not PersonRole.Unit && p.Sees(c.Where)).ToList();
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
        return await world.PostAsync<Registry.ProtectionPlans.Plans.Plan>(By, $"{path}/submit", new { }, Plan.Id);
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
                    await world.VersionAsync<Registry.ProtectionPlans.Plans.Plan>(Plan.Id)
                )
                .NothingAsync();
        var needs = view.GetProperty("needs").EnumerateArray().ToDictionary(n => n.Text("need"), _ => "Азырынча жок");
        await By
            .Browser.PutAsync(
                $"{path}/family",
                new { family = "agrees", needReasons = needs },
                await world.VersionAsync<Registry.ProtectionPlans.Plans.Plan>(Plan.Id)
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
                    // a running measure of the version before counts from its own day
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
        world.PostAsync<Registry.ProtectionPlans.Plans.Plan>(
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

/// <summary>[16, 13b.4] Its responsible specialist alone reports on a measure.</summary>
internal sealed class ReportMeasure : CaseAct
{
    public required PlanLife Plan { get; init; }
    public required MeasureLife Measure { get; init; }
    public bool Done { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Plans) is { } plan && d.Maybe(plan.Measures) is { } measure
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
        By.Role is PersonRole.Unit ? Verdict.Refused("not-allowed", 403)
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

/// <summary>[13b.4] One more visit, on a day that people agreed on.</summary>
internal sealed class PlanVisit : CaseAct
{
    public int InDays { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c
            ? new PlanVisit
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                InDays = d.Upto(20),
            }
            : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? NotOpen() ?? Verdict.Created;

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
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Visits) is { } visit
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
        return await world.PostAsync<Registry.ProtectionPlans.Monitoring.Visit>(
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

/// <summary>[11.5, 20.9] Somebody asks for the end of a case.</summary>
internal sealed class RequestClosing : CaseAct
{
    private static readonly string[] Endings =
    [
        "stopped",
        "stopped",
        "left-difficult-situation",
        "moved-abroad",
        "majority",
        "death",
        "adoption",
    ];

    public required string Ending { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c
            ? new RequestClosing
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Ending = d.One(Endings),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (
            Case.Closings.Exists(c => c.State is ClosingState.Requested) ? Verdict.Refused("closing.requested-already")
            : Ending == "stopped" && HasPlan(Case) ? Verdict.Refused("closing.plan-in-force")
            : Verdict.Created
        );

    /// <summary>[20.9] «No assessment or plan is needed» cannot be said of it.</summary>
    public static bool HasPlan(CaseLife c) => c.Plans.Exists(p => p.State is PlanState.Submitted or PlanState.InForce);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/closings/of-child/{Case.ChildId}",
            new
            {
                ending = Ending,
                happenedOn = world.Today,
                reason = "Себеби",
                document = "№ 1",
                inSpiteOf = "Шарты түзөлдү",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var closing = new ClosingLife(answer.Id(), Ending);
        Case.Closings.Add(closing);
        model.Meet("continue-or-end", Case);
        model.Start("decide-ending", closing, Case, null, model.Today, CaseModel.Decide);
    }
}

/// <summary>[11.5, 20.9] The unit consents to the end of a case, or refuses; after an exit the child is looked at twice.</summary>
internal sealed class DecideClosing : CaseAct
{
    public required ClosingLife Closing { get; init; }
    public bool Consent { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Closings) is { } closing
            ? new DecideClosing
            {
                By = d.Actor(m, PersonRole.Unit, c.Where),
                Case = c,
                Closing = closing,
                Consent = !d.Chance(3),
            }
            : null;

    public override string In(CaseModel model) => $"{Closing.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Case.Where)
        ?? (
            Consent && Closing.Ending == "stopped" && RequestClosing.HasPlan(Case) ? Verdict.Refused("closing.plan-in-force")
            : Closing.State is ClosingState.Requested ? Verdict.Done
            : Verdict.Refused("closing.decided-already")
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.ProtectionPlans.Closings.Closing>(
            By,
            $"/api/closings/{Closing.Id}/decide",
            new { consent = Consent, remarks = "Жооп" },
            Closing.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("decide-ending", Closing);
        Closing.State = Consent ? ClosingState.Consented : ClosingState.Refused;
        if (!Consent)
        {
            model.KeepOnward(Case);
            return;
        }
        var looks = Closing.Ending == "left-difficult-situation" ? new[] { 3, 6 } : [];
        foreach (var months in looks)
        {
            var look = new VisitLife(FollowUp: true);
            Case.Visits.Add(look);
            var days = model.Today.AddMonths(months).DayNumber - model.Today.DayNumber;
            model.Start("follow-up", look, Case, Case.Responsible, model.Today, days, working: false);
        }
        model.End(Case, Closing.Ending == "death" ? "death" : "case-ended");
        if (Closing.Ending != "adoption")
            return;
        Case.Where = Places.Nowhere;
        foreach (var signal in model.SignalsOf(Case))
            signal.Where = Places.Nowhere;
    }
}

/// <summary>[11.5] An ended case goes on.</summary>
internal sealed class ReopenCase : CaseAct
{
    public required ClosingLife Closing { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Closings) is { } closing
            ? new ReopenCase
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Closing = closing,
            }
            : null;

    public override string In(CaseModel model) => $"{Closing.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Closing.State is ClosingState.Consented && Case.State is CaseState.Closed ? Verdict.Done : Verdict.Refused("closing.not-ended")
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.ProtectionPlans.Closings.Closing>(
            By,
            $"/api/closings/{Closing.Id}/reopen",
            new { reason = "Кайра" },
            Closing.Id
        );

    public override void Do(CaseModel model, JsonElement answer) => model.Reopen(Case, report: null);
}

/// <summary>[17.3, 13b.4] The child lives in an institution from today.</summary>
internal sealed class PlaceChild : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new PlaceChild { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (Case.Placements.Exists(p => !p.Left) ? Verdict.Refused("placement.not-left-yet") : Verdict.Created);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/institutions/placements/of-child/{Case.ChildId}",
            Homes.Placement(world.Home, world.Today.ToString("O", CultureInfo.InvariantCulture), gap: "Үйүндө")
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var placement = new PlacementLife(answer.Id());
        Case.Placements.Add(placement);
        model.Start("review-placement", placement, Case, Case.Responsible, model.Today, CaseModel.Review);
    }
}

/// <summary>About where the child lives or lived.</summary>
internal abstract class PlacementAct : CaseAct
{
    public required PlacementLife Placement { get; init; }

    public override string In(CaseModel model) => $"{(Placement.Left ? "left" : "lives")} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where) ?? NotOpen() ?? (Placement.Left ? Verdict.Refused("placement.ended") : Verdict.Done);

    protected Task<HttpResponseMessage> PostAsync(WalkWorld world, string act, object body) =>
        world.PostAsync<Registry.Institutions.Placements.Placement>(
            By,
            $"/api/institutions/placements/{Placement.Id}/{act}",
            body,
            Placement.Id
        );
}

/// <summary>[20.8] Leaving an institution is a change by itself.</summary>
internal sealed class LeavePlacement : PlacementAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Placements) is { } placement
            ? new LeavePlacement
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Placement = placement,
            }
            : null;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(
            world,
            "leave",
            new
            {
                on = world.Today,
                learnedOn = world.Today,
                because = "Кайтты",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Placement.Left = true;
        model.Lapse("review-placement", Placement, "placement-ended");
        var change = new ChangeLife(Guid.Empty, "left-institution");
        Case.Changes.Add(change);
        model.Start("enter-change", change, Case, Case.Responsible, model.Today, CaseModel.EnterChange);
    }

    public override async Task LearnAsync(CaseModel model, WalkWorld world) => Case.Changes[^1].Id = await world.LastChangeAsync(Case);
}

internal sealed class ReviewPlacement : PlacementAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Placements) is { } placement
            ? new ReviewPlacement
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Placement = placement,
            }
            : null;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "review", new { on = world.Today, findings = "Кала берсин" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("review-placement", Placement);
        model.Start("review-placement", Placement, Case, Case.Responsible, model.Today, CaseModel.Review);
    }
}
