using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[19.1, 19.2] A child at risk is found or reported.</summary>
internal sealed class RegisterSignal : Act
{
    public bool Found { get; init; }
    public DateOnly FoundOn { get; init; }
    public required string Where { get; init; }

    public static Act? Draw(CaseModel m, Dice d) => m.Signals.Count >= 3 ? null : Draw(m, d, d.Chance(4) ? d.One(m.People) : m.People[0]);

    private static RegisterSignal Draw(CaseModel m, Dice d, Person by) =>
        new()
        {
            By = by,
            Found = d.Chance(3),
            FoundOn = d.Chance(8) ? m.Today.AddDays(-400 - d.Upto(100)) : m.Today.AddDays(-d.Upto(6)),
            Where = d.Chance(6) ? d.One(Places.Reported) : d.One(by.Reaches),
        };

    public override string In(CaseModel model) => "";

    public override Verdict Expect(CaseModel model) => By.Role is PersonRole.Holder ? Verdict.Created : Verdict.Refused("not-allowed", 403);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            "/api/children/signals",
            new
            {
                source = Found ? "found-by-specialist" : "report-received",
                channel = "school",
                urgency = "ordinary",
                foundOn = FoundOn,
                receivedOn = Found ? (DateOnly?)null : world.Today,
                territory = Where,
                account = "Үйүндө жалгыз.",
                reporter = new { anonymous = true },
                lateBecause = "Азыр гана айтышты",
                child = new { name = "Жыпаргүл" },
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var signal = new SignalLife(answer.Id(), Found, Where, model.Today)
        {
            FoundOn = FoundOn,
            ReceivedOn = Found ? FoundOn : model.Today,
        };
        model.Signals.Add(signal);
        // what is reported for elsewhere is owed there
        var who = By.Sees(Where) ? By.Id : (Guid?)null;
        model.Start("process-report", signal, null, who, signal.ReceivedOn, CaseModel.Process);
        if (Found)
            model.Start("enter-found-child", signal, null, who, FoundOn, CaseModel.EnterFound);
    }
}

/// <summary>[12.2] Another state system reports a child: the step is owed by the district.</summary>
internal sealed class SendSignal : Act
{
    public static Act? Draw(CaseModel m, Dice d) => m.Signals.Count >= 3 ? null : new SendSignal { By = m.People[0] };

    public override string In(CaseModel model) => "";

    public override Verdict Expect(CaseModel model) => Verdict.Created;

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        await (await world.OtherSystemAsync()).PostAsync(
            "/api/v1/signals",
            new
            {
                channel = "school",
                urgency = "ordinary",
                foundOn = world.Today,
                territory = Road.AkSuu,
                account = "Келбей калды.",
                child = new { name = "Жыпаргүл" },
            },
            key: Guid.CreateVersion7().ToString("N")
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var signal = new SignalLife(answer.Id(), found: false, Road.AkSuu, model.Today) { FoundOn = model.Today, ReceivedOn = model.Today };
        model.Signals.Add(signal);
        model.Start("process-report", signal, null, null, model.Today, CaseModel.Process);
    }
}

/// <summary>[13b.2] A card and a case are opened from a signal.</summary>
internal sealed class OpenCard : SignalAct
{
    public string? Pin { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s
            ? new OpenCard
            {
                By = d.Actor(m, PersonRole.Holder, s.Where),
                Signal = s,
                Pin = d.Chance(2) ? d.One(m.Pins) : null,
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where)
        ?? model.Numbers.Refusal(Signal.Case?.Card, Pin, By)
        ?? (Signal.State is SignalState.New ? Verdict.Created : Verdict.Refused("signal.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(
            world,
            "open-card",
            new
            {
                identity = Road.NewIdentity(pin: Pin),
                otherChildBecause = "Башка бала",
                lateBecause = "Азыр гана айтышты",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var opened = new CaseLife(new CardLife(answer.Id("childId")), answer.Id("caseId"))
        {
            Number = answer.Text("caseNumber"),
            Where = Signal.Where,
            Responsible = By.Id,
            FoundOn = Signal.FoundOn,
        };
        model.Cases.Add(opened);
        model.AllCards.Add(opened.Card);
        model.Numbers.Enter(opened.Card, Pin);
        (Signal.State, Signal.Case, Signal.ProcessedOn) = (SignalState.CardOpened, opened, model.Today);
        Join(model, Signal, opened);
        model.Start("assess", opened, opened, By.Id, Signal.FoundOn, CaseModel.Assess);
        model.AskDayFound(Signal);
    }

    /// <summary>The signal's running steps continue under the case; the child is in the Base [19.1].</summary>
    public static void Join(CaseModel model, SignalLife signal, CaseLife c)
    {
        foreach (var step in model.Steps.Where(s => s.About == signal))
        {
            step.Case = c;
            if (step.IsOpen)
                step.Who = c.Responsible;
        }
        model.Meet("enter-found-child", signal);
    }
}
