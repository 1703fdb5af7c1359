using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[13b.3] An assessment is started; one draft at a time.</summary>
internal sealed class StartAssessment : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c ? new StartAssessment { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

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
        d.Maybe(m.Cards.FindAll(c => c.Draft is not null)) is { } c
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
            await world.VersionAsync<Registry.Assessments.Model.Assessment>(Case.Draft.Id)
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Draft!.Answered = true;
        model.ProcessReports(Case);
    }
}

/// <summary>[19.3] Meets the owed assessment and supersedes the requirements of an earlier one.</summary>
internal sealed class CompleteAssessment : CaseAct
{
    public bool Confirms { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Draft is not null)) is { } c
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
        world.PostAsync<Registry.Assessments.Model.Assessment>(
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
