using System.Text.Json;

namespace Registry.Tests.Walks.Acts;

internal sealed class CloseUnfounded : SignalAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new CloseUnfounded { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where) ?? (Signal.State is SignalState.New ? Verdict.Done : Verdict.Refused("signal.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "close-unfounded", new { reason = "not-confirmed", note = "Үйдө" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        (Signal.State, Signal.ProcessedOn) = (SignalState.Unfounded, model.Today);
        model.Lapse("enter-found-child", Signal, "unfounded");
        model.Meet("process-report", Signal);
    }
}

/// <summary>ADR 29: it was not unfounded after all.</summary>
internal sealed class ReopenSignal : SignalAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new ReopenSignal { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (Signal.State is SignalState.Unfounded ? Verdict.Done : Verdict.Refused("signal.not-unfounded"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "reopen", new { reason = "Ырас экен" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        (Signal.State, Signal.ProcessedOn) = (SignalState.New, null);
        model.Resume("process-report", Signal, By.Id);
        if (Signal.Found)
            model.Resume("enter-found-child", Signal, By.Id);
    }
}

/// <summary>ADR 29: day and source are corrected, with everything that follows from them.</summary>
internal sealed class CorrectSignal : SignalAct
{
    public bool Found { get; init; }
    public DateOnly FoundOn { get; init; }
    public DateOnly ReceivedOn { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s
            ? new CorrectSignal
            {
                By = d.Actor(m, PersonRole.Holder, s.Where),
                Signal = s,
                Found = s.Found ^ d.Chance(3),
                FoundOn = d.Chance(8) ? m.Today.AddDays(-400 - d.Upto(300)) : m.Today.AddDays(-d.Upto(12)),
                ReceivedOn = m.Today.AddDays(-d.Upto(3)),
            }
            : null;

    /// <summary>A waiting signal is worked on where the child was found.</summary>
    private string Place => Signal.State is SignalState.New ? Signal.Where : Signal.FoundAt;

    private DateOnly From => Found ? FoundOn : ReceivedOn;

    private bool Differs => Found != Signal.Found || FoundOn != Signal.FoundOn || From != Signal.ReceivedOn || Place != Signal.FoundAt;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where) ?? OfOpenCase() ?? (Differs ? Verdict.Done : Verdict.Refused("signal.nothing-corrected"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(
            world,
            "correct",
            new
            {
                source = Found ? "found-by-specialist" : "report-received",
                channel = "school",
                foundOn = FoundOn,
                receivedOn = Found ? (DateOnly?)null : ReceivedOn,
                territory = Place,
                child = new { name = "Жыпаргүл" },
                reason = "Жаңылыш жазылган",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var (found, day, received) = (Signal.Found, Signal.FoundOn, Signal.ReceivedOn);
        (Signal.FoundAt, Signal.Found, Signal.FoundOn, Signal.ReceivedOn) = (Place, Found, FoundOn, From);
        Move(model, "process-report", Signal, received, From);
        Move(model, "enter-found-child", Signal, day, FoundOn);
        var c = Signal.Case;
        if (found != Found)
        {
            foreach (var step in model.Steps.Where(s => s.Step == "enter-found-child" && s.About == Signal))
                step.Annul();
            if (Found)
            {
                var owed = model.Start("enter-found-child", Signal, c, c?.Responsible ?? By.Id, FoundOn, CaseModel.EnterFound);
                if (Signal.State is SignalState.Unfounded)
                    owed.Lapse("unfounded");
                else if (Signal.State is not SignalState.New)
                    owed.Meet();
            }
        }
        if (c is null)
            return;
        // of two merged cases the earlier day applies: it comes from the signal that reported it
        var opener = Signal.State is SignalState.CardOpened && day == c.FoundOn;
        if (opener || day != c.FoundOn)
            Move(model, "assess", c, day, FoundOn);
        if (opener)
            c.FoundOn = FoundOn;
        if (day == FoundOn)
            return;
        model.CallOff(Signal.Day, "confirm-day-found", "date-corrected");
        model.Meet("correct-day-found", Signal);
        Signal.Day = null;
        model.AskDayFound(Signal);
    }

    public override Task LearnAsync(CaseModel model, WalkWorld world) => world.LearnDaysAsync(model);

    private static void Move(CaseModel model, string step, object about, DateOnly from, DateOnly to)
    {
        foreach (var owed in model.Steps.Where(s => s.Step == step && s.About == about && s.From == from))
            owed.From = to;
    }
}
