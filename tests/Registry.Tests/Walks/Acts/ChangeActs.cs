using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[20] Someone learned of a change.</summary>
internal sealed class ReportChange : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c ? new ReportChange { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Closed(Case) ?? Verdict.Created;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/children/cards/{Case.ChildId}/changes",
            new
            {
                kind = "property",
                learnedOn = world.Today,
                happenedOn = world.Today,
                what = "Үй",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var change = new ChangeLife(answer.Id(), "property");
        Case.Changes.Add(change);
        model.Start("enter-change", change, Case, Case.Responsible, model.Today, CaseModel.EnterChange);
    }
}

internal sealed class WithdrawChange : CaseAct
{
    public required ChangeLife Change { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe([.. m.ChangesOf(c.Card)]) is { } change
            ? new WithdrawChange
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Change = change,
            }
            : null;

    public override string In(CaseModel model) => $"{Change.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where) ?? (Change.State is ChangeState.Waits ? Verdict.Done : Verdict.Refused("change.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Children.Model.ReportedChange>(
            By,
            $"/api/children/changes/{Change.Id}/withdraw",
            new { reason = "Жаңылыштык" },
            Change.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Change.State = ChangeState.Withdrawn;
        model.Lapse("enter-change", Change, "change-withdrawn");
    }
}
