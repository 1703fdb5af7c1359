using System.Text.Json;

namespace Registry.Tests.Walks.Acts;

/// <summary>[19.2] The unit confirms a day found long ago or returns it.</summary>
internal sealed class DecideDayFound : SignalAct
{
    public bool Confirm { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals.FindAll(s => s.Day is not null && s.Case is not null)) is { } s
            ? new DecideDayFound
            {
                By = d.Actor(m, PersonRole.Unit, s.Where),
                Signal = s,
                Confirm = d.Chance(2),
            }
            : null;

    public override string In(CaseModel model) => $"{Signal.Day!.Answer} {Signal.Case!.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Signal.Where)
        ?? OfOpenCase()
        ?? (Signal.Day!.Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("confirmation.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Platform.Model.Confirmation>(
            By,
            $"/api/children/days-found/{Signal.Day!.Id}/decide",
            new { confirm = Confirm, remarks = "Жооп" },
            Signal.Day.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Signal.Day!.Answer = Confirm ? Answer.Yes : Answer.No;
        model.Meet("confirm-day-found", Signal.Day);
        if (!Confirm)
            model.Start("correct-day-found", Signal, Signal.Case, Signal.Case!.Responsible, model.Today, CaseModel.Decide);
    }
}

/// <summary>[19.2] A returned day is right after all.</summary>
internal sealed class RequestDayFound : SignalAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new RequestDayFound { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override string In(CaseModel model) => $"{Signal.State} {Signal.Day?.Answer}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (Signal.Case is null ? Verdict.Refused("day-found.not-returned") : null)
        ?? OfOpenCase()
        ?? (Signal.Day is { Answer: Answer.No } ? Verdict.Done : Verdict.Refused("day-found.not-returned"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "day-found", new { reason = "Документ бар" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("correct-day-found", Signal);
        model.AskDayFound(Signal);
    }

    public override Task LearnAsync(CaseModel model, WalkWorld world) => world.LearnDaysAsync(model);
}
