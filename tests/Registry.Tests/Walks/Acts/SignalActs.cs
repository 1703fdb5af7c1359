using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[19.1, 19.2] A child at risk is found or reported.</summary>
internal sealed class RegisterSignal : Act
{
    public bool Found { get; init; }
    public DateOnly FoundOn { get; init; }
    public required string Where { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        m.Signals.Count >= 3
            ? null
            : new RegisterSignal
            {
                By = d.Chance(5) ? d.One(m.People) : m.People[0],
                Found = d.Chance(3),
                FoundOn = d.Chance(8) ? m.Today.AddDays(-400 - d.Upto(100)) : m.Today.AddDays(-d.Upto(6)),
                Where = d.One(Places.Found),
            };

    public override string In(CaseModel model) => "";

    public override Verdict Expect(CaseModel model) =>
        By.Role is not PersonRole.Holder ? Verdict.Refused("not-allowed", 403)
        : By.Sees(Where) ? Verdict.Created
        : Verdict.Refused("territory.beyond-yours", 403);

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
        model.Start("process-report", signal, null, By.Id, signal.ReceivedOn, CaseModel.Process);
        if (Found)
            model.Start("enter-found-child", signal, null, By.Id, FoundOn, CaseModel.EnterFound);
    }
}

/// <summary>[12.2] Another state system reports a child: the district owes it.</summary>
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
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s ? new OpenCard { By = d.Actor(m, PersonRole.Holder, s.Where), Signal = s } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Signal.Where) ?? (Signal.State is SignalState.New ? Verdict.Created : Verdict.Refused("signal.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(
            world,
            "open-card",
            new
            {
                identity = Road.NewIdentity(),
                otherChildBecause = "Башка бала",
                lateBecause = "Азыр гана айтышты",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var opened = new CaseLife(answer.Id("childId"), answer.Id("caseId"))
        {
            Where = Signal.Where,
            Responsible = By.Id,
            FoundOn = Signal.FoundOn,
        };
        model.Cases.Add(opened);
        (Signal.State, Signal.Case, Signal.ProcessedOn) = (SignalState.CardOpened, opened, model.Today);
        Join(model, Signal, opened);
        model.Start("assess", opened, opened, By.Id, Signal.FoundOn, CaseModel.Assess);
        model.AskDayFound(Signal);
    }

    /// <summary>The signal's running steps go on under the case; the child is in the Base [19.1].</summary>
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

/// <summary>ADR 21: a further report about a known child; one whose case ended goes on.</summary>
internal sealed class LinkSignal : SignalAct
{
    public required CaseLife To { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Signals) is { } s && d.Maybe(m.Cases) is { } c
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
            : To.State is CaseState.Voided ? Verdict.Refused("case.voided")
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
        // a re-assessment that only this report asked for is owed no more
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

/// <summary>ADR 29: day and source are put right, and what follows from them.</summary>
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

    /// <summary>A signal that waits is worked on where the child was found.</summary>
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
        var opener = Signal.State is SignalState.CardOpened;
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
        world.PostAsync<Registry.Kernel.Confirming.Confirmation>(
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
        world.PostAsync<Registry.Kernel.Confirming.Confirmation>(
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

/// <summary>[19.2] A returned day is right all the same.</summary>
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
