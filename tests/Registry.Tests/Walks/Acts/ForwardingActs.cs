using System.Text.Json;

namespace Registry.Tests.Walks.Acts;

/// <summary>[11.3, 7] A signal is forwarded to where it is processed: its clocks keep their days and are unassigned there.</summary>
internal sealed class ForwardSignal : SignalAct
{
    public required string To { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s
            ? new ForwardSignal
            {
                By = s.Where == Places.WithoutHolder && !d.Chance(6) ? m.People[^1] : d.Actor(m, PersonRole.Holder, s.Where),
                Signal = s,
                To = d.One(Places.Reported),
            }
            : null;

    public override string In(CaseModel model) => $"{Signal.State}{(Signal.Where == Places.WithoutHolder ? " where nobody holds" : "")}";

    /// <summary>Those who edit nothing may forward only signals without a holder, and only to one.</summary>
    private bool Edits => By.Role is PersonRole.Holder;

    public override Verdict Expect(CaseModel model) =>
        By.Role is PersonRole.Body ? Verdict.Refused("not-allowed", 403)
        : !By.Sees(Signal.Where) ? Verdict.Refused("not-found", 404)
        // once it is processed no body has to act any more
        : !Edits && (Signal.Where != Places.WithoutHolder || Signal.State is not SignalState.New) ? Verdict.Refused("signal.has-holder")
        : To == Signal.Where ? Verdict.Refused("signal.forward-to-the-same", 400)
        : !Edits && To == Places.WithoutHolder ? Verdict.Refused("signal.no-holder-there")
        : Signal.State is SignalState.New ? Verdict.Shown
        : Verdict.Refused("signal.not-open");

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "forward", new { territory = To, reason = "Ошол жакта жашайт" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Signal.Where = To;
        foreach (var step in model.Steps.Where(s => s.IsOpen && s.About == Signal))
            step.Who = null;
    }
}
