using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>ADR 29: the card was opened by mistake; two people void it.</summary>
internal sealed class RequestVoid : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c ? new RequestVoid { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (Case.Void is { Answer: Answer.Waits } ? Verdict.Refused("confirmation.requested-already") : Verdict.Created);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/children/cards/{Case.ChildId}/void", new { reason = "Кош карточка" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Void = new Question { Id = answer.Id(), By = By.Id };
        model.Start("decide-ending", Case.Void, Case, null, model.Today, CaseModel.Decide);
    }
}

internal sealed class WithdrawVoid : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Void is not null)) is { } c ? new WithdrawVoid { By = d.Owner(m, c.Void!.By), Case = c } : null;

    public override string In(CaseModel model) => $"{Case.Void!.Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Case.Void!.By != By.Id ? Verdict.Refused("not-found", 404)
            : Case.Void.Answer is Answer.Waits ? Verdict.Done
            : Verdict.Refused("confirmation.decided")
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Platform.Model.Confirmation>(By, $"/api/children/voids/{Case.Void!.Id}/withdraw", new { }, Case.Void.Id);

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.CallOff(Case.Void, "decide-ending", "request-withdrawn");
        model.KeepOnward(Case);
    }
}

internal sealed class DecideVoid : CaseAct
{
    public bool Confirm { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Void is not null)) is { } c
            ? new DecideVoid
            {
                By = d.Actor(m, PersonRole.Unit, c.Where),
                Case = c,
                Confirm = d.Chance(2),
            }
            : null;

    public override string In(CaseModel model) => $"{Case.Void!.Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Case.Where)
        ?? Closed(Case)
        ?? (Case.Void!.Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("confirmation.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Platform.Model.Confirmation>(
            By,
            $"/api/children/voids/{Case.Void!.Id}/decide",
            new { confirm = Confirm },
            Case.Void.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Void!.Answer = Confirm ? Answer.Yes : Answer.No;
        model.Meet("decide-ending", Case.Void);
        if (Confirm)
            model.VoidCard(Case);
        else
            model.KeepOnward(Case);
    }
}
