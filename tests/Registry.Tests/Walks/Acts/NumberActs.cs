using System.Text.Json;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[17.1] A personal number is entered into a card, or taken out of it.</summary>
internal sealed class SavePin : CaseAct
{
    public string? Pin { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c
            ? new SavePin
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Pin = d.Chance(4) ? null : d.One(m.Pins),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where) ?? Closed(Case) ?? model.Numbers.Refusal(Case.Card, Pin, By) ?? Verdict.Shown;

    public static object Identity(string? pin, bool inDoubt) =>
        new
        {
            surname = "Сынова",
            name = "Жыпаргүл",
            noPatronymic = true,
            sex = "female",
            birthDate = "2016-05-04",
            citizenship = "KG",
            pin,
            pinInDoubt = inDoubt,
            unknown = pin is null ? new { pin = "no-documents" } : null,
        };

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        await By.Browser.PutAsync(
            $"/api/children/cards/{Case.ChildId}/identity",
            new { section = Identity(Pin, inDoubt: false), changes = Array.Empty<Guid>() },
            await world.SectionVersionAsync(Case.ChildId, "identity")
        );

    public override void Do(CaseModel model, JsonElement answer) => model.Numbers.Enter(Case.Card, Pin);
}

/// <summary>ADR 34: a card elsewhere has the number of a child that someone is working with, and its case is requested from its holder.</summary>
internal sealed class RequestCase : SignalAct
{
    public required string Pin { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s
            ? new RequestCase
            {
                By = d.Actor(m, PersonRole.Holder, s.Where),
                Signal = s,
                Pin = d.One(m.Pins),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? (
            Signal.State is not SignalState.New ? Verdict.Refused("signal.not-open")
            : model.Asking.Made(By.Id, model.Today) >= Asking.MostADay ? Verdict.Refused("case-request.too-many", 429)
            : Found(model) is not { } found || model.Numbers.IsSealed(found.Card) ? Verdict.Refused("pin.not-held")
            : By.Sees(found.Where) ? Verdict.Refused("pin.held-here")
            : found.Requests.Exists(r => r.IsOpen && r.By == By.Id) ? Verdict.Refused("case-request.asked-already")
            : Verdict.Created
        );

    private CaseLife? Found(CaseModel model) => model.Numbers.HolderOf(Pin, Signal.Case?.Card) is { } holder ? model.MainOf(holder) : null;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            "/api/children/case-requests",
            new
            {
                pin = Pin,
                reason = "Бала бизде",
                signalId = Signal.Id,
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var found = Found(model)!;
        var asked = new CaseRequestLife(answer.Id(), By.Id, Pin);
        found.Requests.Add(asked);
        model.Asking.Make(By.Id, model.Today);
        model.Start("answer-case-request", asked, found, found.Responsible, model.Today, CaseModel.AnswerRequest);
    }
}

/// <summary>About a request for a case.</summary>
internal abstract class RequestAct : CaseAct
{
    public required CaseRequestLife Asked { get; init; }

    public override string In(CaseModel model) => $"{Asked.State} {Case.State}";

    protected static (CaseLife Case, CaseRequestLife Asked)? One(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Requests.Count > 0)) is { } c ? (c, d.One(c.Requests)) : null;

    protected Task<HttpResponseMessage> PostAsync(WalkWorld world, string act, object body) =>
        world.PostAsync<CaseRequest>(By, $"/api/children/case-requests/{Asked.Id}/{act}", body, Asked.Id);
}

/// <summary>The holder refuses, or says that one of the two numbers is wrong.</summary>
internal sealed class AnswerRequest : RequestAct
{
    public string? WrongAt { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        One(m, d) is var (c, asked)
            ? new AnswerRequest
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Asked = asked,
                WrongAt = d.One<string?>([null, "here", "there"]),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (Asked.State is RequestState.Asked ? Verdict.Done : Verdict.Refused("case-request.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "answer", new { wrongAt = WrongAt, remarks = "Жооп" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Asked.State = WrongAt is null ? RequestState.Refused : RequestState.Conflict;
        model.Meet("answer-case-request", Asked);
        if (WrongAt is not null)
            model.Start("settle-number-conflict", Asked, Case, Case.Responsible, model.Today, CaseModel.SettleNumber);
    }
}

/// <summary>The holder corrects the contested number, or marks it as being clarified: then it may be on both cards.</summary>
internal sealed class SettleNumber : RequestAct
{
    public bool Clarify { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        One(m, d) is var (c, asked)
            ? new SettleNumber
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Asked = asked,
                Clarify = d.Chance(2),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (Asked.State is RequestState.Conflict ? Verdict.Done : Verdict.Refused("number-conflict.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "settle", new { because = "Себеби", beingClarified = Clarify });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Asked.State = RequestState.Settled;
        model.Meet("settle-number-conflict", Asked);
        if (Case.Card.Pin == Asked.Pin)
            Case.Card.Hold(Clarify ? Asked.Pin : null, inDoubt: Clarify, shared: Clarify);
    }
}

/// <summary>The requester withdraws, or concedes that their number was wrong.</summary>
internal sealed class WithdrawRequest : RequestAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        One(m, d) is var (c, asked)
            ? new WithdrawRequest
            {
                By = d.Owner(m, asked.By),
                Case = c,
                Asked = asked,
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        By.Role is not PersonRole.Holder ? Verdict.Refused("not-allowed", 403)
        : By.Id != Asked.By || Case.Where == Places.Nowhere ? Verdict.Refused("not-found", 404)
        : Asked.IsOpen ? Verdict.Done
        : Verdict.Refused("case-request.not-open");

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "withdraw", new { because = "Жаңылыштык" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        if (Asked.State is RequestState.Conflict)
            model.Meet("settle-number-conflict", Asked);
        else
            model.Lapse("answer-case-request", Asked, "request-withdrawn");
        Asked.State = Asked.State is RequestState.Conflict ? RequestState.Settled : RequestState.Withdrawn;
    }
}
