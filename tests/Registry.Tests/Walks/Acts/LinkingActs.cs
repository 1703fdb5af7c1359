using System.Text.Json;

namespace Registry.Tests.Walks.Acts;

/// <summary>ADR 21: a further report about a known child; an ended case is reopened.</summary>
internal sealed class LinkSignal : SignalAct
{
    public required CaseLife To { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s && d.Maybe(m.Cards) is { } c
            ? new LinkSignal
            {
                By = d.Actor(m, PersonRole.Holder, s.Where),
                Signal = s,
                To = c,
            }
            : null;

    public override string In(CaseModel model) => $"{Signal.State} to {To.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (
            !By.Sees(To.Where) ? Verdict.Refused("child.unknown", 400)
            : To.Card.Voided ? Verdict.Refused("case.voided")
            : Signal.State is not SignalState.New ? Verdict.Refused("signal.not-open")
            : Verdict.Shown
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "link", new { childId = To.ChildId });

    public override void Do(CaseModel model, JsonElement answer)
    {
        (Signal.State, Signal.Case, Signal.ProcessedOn, Signal.Where) = (SignalState.Linked, To, model.Today, To.Where);
        OpenCard.Join(model, Signal, To);
        model.AskDayFound(Signal);
        if (To.State is CaseState.Closed)
            model.Reopen(To, Signal);
        else if (!model.Owes("assess", To))
            model.Start("assess", To, To, To.Responsible, Signal.FoundOn, CaseModel.Assess);
    }
}

/// <summary>ADR 29: it was linked to the wrong child.</summary>
internal sealed class UnlinkSignal : SignalAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new UnlinkSignal { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (Signal.State is SignalState.Linked ? OfOpenCase() ?? Verdict.Done : Verdict.Refused("signal.not-linked"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "unlink", new { reason = "Башка бала" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        var c = Signal.Case!;
        var again = model.Open("assess", c).FirstOrDefault();
        // a reassessment required only by this report is no longer owed
        if (again is not null && again.From == Signal.FoundOn && c.OwedAssessmentOn is not null)
        {
            var others = model.Waiting(c, Signal);
            if (others.Count == 0)
                again.Lapse("voided");
            else
                foreach (var step in model.Steps.Where(s => s.Step == "assess" && s.About == c && s.From == Signal.FoundOn))
                    step.From = others.Min(s => s.FoundOn);
        }
        model.Leave(Signal, By.Id);
        model.KeepOnward(c);
    }
}
