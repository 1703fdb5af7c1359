using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[20.9] A further report that needs no new assessment, for the unit to consent to.</summary>
internal sealed class RequestNoAssessment : SignalAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new RequestNoAssessment { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (Signal.State is SignalState.Linked ? OfOpenCase() ?? OfAssessed(model) : Verdict.Refused("signal.not-linked"));

    private Verdict OfAssessed(CaseModel model) =>
        Signal.Case!.OwedAssessmentOn is null ? Verdict.Refused("signal.not-assessed")
        : !model.Owes("assess", Signal.Case) ? Verdict.Refused("signal.nothing-owed")
        : Signal.NoAssessment is { Answer: Answer.Waits } ? Verdict.Refused("confirmation.requested-already")
        : Verdict.Created;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "no-assessment", new { reason = "Ошол эле окуя" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Signal.NoAssessment = new Question { Id = answer.Id(), By = By.Id };
        if (Signal.Case!.Informed)
            model.Meet("process-report", Signal);
        model.Start("decide-ending", Signal.NoAssessment, Signal.Case, null, model.Today, CaseModel.Decide);
    }
}

internal sealed class DecideNoAssessment : SignalAct
{
    public bool Consent { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals.FindAll(s => s.NoAssessment is not null && s.Case is not null)) is { } s
            ? new DecideNoAssessment
            {
                By = d.Actor(m, PersonRole.Unit, s.Where),
                Signal = s,
                Consent = d.Chance(2),
            }
            : null;

    public override string In(CaseModel model) => $"{Signal.NoAssessment!.Answer} {Signal.Case!.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Signal.Where)
        ?? OfOpenCase()
        ?? (Signal.NoAssessment!.Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("confirmation.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Platform.Model.Confirmation>(
            By,
            $"/api/children/no-assessments/{Signal.NoAssessment!.Id}/decide",
            new { consent = Consent, remarks = "Жооп" },
            Signal.NoAssessment.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var c = Signal.Case!;
        Signal.NoAssessment!.Answer = Consent ? Answer.Yes : Answer.No;
        model.Meet("decide-ending", Signal.NoAssessment);
        if (Consent && model.Waiting(c, Signal).Count == 0)
            model.Lapse("assess", c, "assessment-not-needed");
        model.KeepOnward(c);
    }
}
