using System.Text.Json;
using Registry.Contracts;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[11.5, 20.9] Someone requests the end of a case.</summary>
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
        d.Maybe(m.Cards) is { } c
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

    /// <summary>[20.9] «No assessment or plan is needed» does not apply to it.</summary>
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

/// <summary>[11.5, 20.9] The unit consents to the end of a case, or refuses; an exit is followed by two follow-ups.</summary>
internal sealed class DecideClosing : CaseAct
{
    public required ClosingLife Closing { get; init; }
    public bool Consent { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Closings) is { } closing
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
        world.PostAsync<Registry.ProtectionPlans.Model.Closing>(
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
        model.Merging.CallOff(Case.Card);
        foreach (var c in model.Cases.Where(c => c.Card == Case.Card))
            c.Where = Places.Nowhere;
        foreach (var signal in model.SignalsOf(Case))
            signal.Where = Places.Nowhere;
    }
}

/// <summary>[11.5] An ended case is reopened.</summary>
internal sealed class ReopenCase : CaseAct
{
    public required ClosingLife Closing { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Closings) is { } closing
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
        world.PostAsync<Registry.ProtectionPlans.Model.Closing>(
            By,
            $"/api/closings/{Closing.Id}/reopen",
            new { reason = "Кайра" },
            Closing.Id
        );

    public override void Do(CaseModel model, JsonElement answer) => model.Reopen(Case, report: null);
}
