namespace Registry.Tests.Walks;

/// <summary>
/// A case's life by the regulation [11.5, 13b, 16, 19, 20] and the decisions 4, 20, 21, 24, 26, 29, 30, 32, 34, 35 and 37: states, who owes what, what may
/// follow. It is independent of the product and never queries it; values that only the product assigns (ids) are passed in.
/// </summary>
internal sealed class CaseModel(
    ModelCalendar calendar,
    IReadOnlyList<Person> people,
    DateOnly today,
    IReadOnlyList<string> pins,
    Asking asking
)
{
    // [19.1, 19.2, 19.3, 20] in working days; the others are settings that the walks leave as they are
    public const int EnterFound = 1;
    public const int Process = 2;
    public const int Assess = 7;
    public const int EnterChange = 2;
    public const int FormPlan = 10;
    public const int ApprovePlan = 3;
    public const int Visit = 22;
    public const int Decide = 2;
    public const int Accept = 2;
    public const int Review = 126;

    /// <summary>Calendar days (Law No. 58).</summary>
    public const int AnswerDays = 7;

    /// <summary>Settings as in the product [16, 17.1, 7.central].</summary>
    public const int AnswerRequest = 2;
    public const int SettleNumber = 5;
    public const int Merge = 5;

    public IReadOnlyList<Person> People => people;

    /// <summary>The personal numbers of this walk's children.</summary>
    public IReadOnlyList<string> Pins => pins;
    public Asking Asking => asking;
    public NumberRules Numbers => new(this);
    public MergeRules Merging => new(this);
    public SplitRules Splitting => new(this);
    public DateOnly Today { get; set; } = today;
    public List<Owed> Steps { get; } = [];
    public List<SignalLife> Signals { get; } = [];
    public List<CaseLife> Cases { get; } = [];
    public List<MergeLife> Merges { get; } = [];

    /// <summary>Including merged ones.</summary>
    public List<CardLife> AllCards { get; } = [];

    /// <summary>The case that a call about a child concerns: an open case before ended ones, otherwise the last.</summary>
    public List<CaseLife> Cards => [.. Cases.GroupBy(c => c.Card).Select(g => MainOf(g.Key))];

    public CaseLife MainOf(CardLife card) =>
        Cases
            .Where(c => c.Card == card)
            .Select((of, at) => (of, at))
            .OrderBy(c =>
                c.of.IsOpen ? 0
                : c.of.State is CaseState.Closed ? 1
                : 2
            )
            .ThenByDescending(c => c.at)
            .First()
            .of;

    public DateOnly Due(Owed step) => step.Working ? calendar.After(step.From, step.Days) : step.From.AddDays(step.Days);

    public Owed Start(string step, object about, CaseLife? of, Guid? who, DateOnly from, int days, bool working = true)
    {
        var owed = new Owed(step, about, of)
        {
            Who = who,
            From = from,
            Days = days,
            Working = working,
        };
        Steps.Add(owed);
        return owed;
    }

    public IEnumerable<Owed> Open(string step, object about) => Steps.Where(s => s.IsOpen && s.Step == step && s.About == about);

    public bool Owes(string step, object about) => Open(step, about).Any();

    public void Meet(string step, object about) => Open(step, about).ToList().ForEach(s => s.Meet());

    public void Lapse(string step, object about, string why) => Open(step, about).ToList().ForEach(s => s.Lapse(why));

    /// <summary>For two merged cards, all reports are entered into the surviving one.</summary>
    public IEnumerable<ChangeLife> ChangesOf(CardLife card) => Cases.Where(c => c.Card == card).SelectMany(c => c.Changes);

    /// <summary>The case and those merged into it.</summary>
    private List<CaseLife> In(CaseLife c) => Cases.FindAll(x => x == c || (x.Card == c.Card && x.State is CaseState.Merged));

    public IEnumerable<PlacementLife> PlacementsOf(CardLife card) => Cases.Where(c => c.Card == card).SelectMany(c => c.Placements);

    public IEnumerable<SignalLife> SignalsOf(CaseLife c) => Signals.Where(s => s.Case == c);

    public IEnumerable<Owed> OpenOf(CaseLife c) => Steps.Where(s => s.IsOpen && s.Case == c);

    /// <summary>What ended the step was a mistake: its last instance is owed again.</summary>
    public void Resume(string step, object about, Guid? who)
    {
        if (Steps.LastOrDefault(s => s.Step == step && s.About == about) is { } last)
        {
            last.Reopen();
            last.Who = who;
        }
    }

    /// <summary>[19, 20.9] An open case always owes a step that continues it, or a decision on how it continues.</summary>
    public void KeepOnward(CaseLife c)
    {
        if (c.IsOpen && !OpenOf(c).Any(s => Owed.Onward.Contains(s.Step)))
            Start("continue-or-end", c, c, c.Responsible, Today, FormPlan);
    }

    /// <summary>[19.2] A first report is processed by the initial information; a further one also by an assessment.</summary>
    public void ProcessReports(CaseLife c)
    {
        if (c.Informed)
            foreach (var signal in SignalsOf(c))
                Meet("process-report", signal);
    }

    /// <summary>ADR 37: a day found more than a year before it was reported must be confirmed by the unit.</summary>
    public void AskDayFound(SignalLife signal)
    {
        if (signal.FoundOn >= signal.CameIn.AddYears(-1))
            return;
        signal.Day = new Question();
        Start("confirm-day-found", signal.Day, signal.Case, null, Today, Decide);
    }

    /// <summary>ADR 21, 29: the signal waits again by itself; pending requests about it are called off.</summary>
    public void Leave(SignalLife signal, Guid who)
    {
        CallOff(signal.NoAssessment, "decide-ending", "voided");
        CallOff(signal.Day, "confirm-day-found", "voided");
        Lapse("correct-day-found", signal, "voided");
        (signal.NoAssessment, signal.Day) = (null, null);
        (signal.State, signal.Case, signal.ProcessedOn) = (SignalState.New, null, null);
        foreach (var step in Steps.Where(s => s.About == signal))
            step.Case = null;
        Resume("process-report", signal, who);
        if (signal.Found)
            Resume("enter-found-child", signal, who);
    }

    public void CallOff(Question? asked, string step, string why)
    {
        if (asked is not { Answer: Answer.Waits })
            return;
        asked.Answer = Answer.CalledOff;
        Lapse(step, asked, why);
    }

    /// <summary>The linked reports not covered by an assessment nor exempted from one; on the day of an assessment they may still wait.</summary>
    public List<SignalLife> Waiting(CaseLife c, SignalLife but) =>
        [
            .. SignalsOf(c)
                .Where(s => s != but && s.State is SignalState.Linked && s.NoAssessment?.Answer is not Answer.Yes)
                .Where(s => c.OwedAssessmentOn is null || s.ProcessedOn >= c.OwedAssessmentOn),
        ];

    /// <summary>ADR 20, 21: undone steps lapse; plan, visits, offers and changes end visibly; answers to the subject and follow-ups stay owed.</summary>
    public void End(CaseLife c, string why)
    {
        foreach (
            var step in OpenOf(c).Where(s => s.Step is not ("follow-up" or "answer-subject" or "decide-merge" or "merge-cards")).ToList()
        )
            step.Lapse(why);
        (c.Before, c.State) = (c.State, CaseState.Closed);
        c.Plans.ForEach(p => p.End());
        foreach (var visit in c.Visits.Where(v => v is { State: VisitState.Expected, FollowUp: false }))
            visit.State = VisitState.CalledOff;
        foreach (var offer in c.Offers.Where(o => o.State is OfferState.Offered))
            offer.State = OfferState.Lapsed;
        foreach (var change in In(c).SelectMany(x => x.Changes).Where(x => x.State is ChangeState.Waits))
            change.State = ChangeState.Ended;
        LapseRequests(c);
        CallOff(c.Void, "decide-ending", why);
        foreach (var signal in SignalsOf(c))
            CallOff(signal.NoAssessment, "decide-ending", why);
    }

    private static readonly string[] OwedAgain =
    [
        "process-report",
        "enter-found-child",
        "assess",
        "form-plan",
        "approve-plan",
        "enter-change",
        "review-placement",
        "confirm-day-found",
        "correct-day-found",
        "continue-or-end",
    ];

    /// <summary>ADR 21: the case resumes where its road was; what lapsed because it ended is owed again from today, plan and visits come back.</summary>
    /// <param name="report">The further report that reopens it.</param>
    public void Reopen(CaseLife c, SignalLife? report)
    {
        c.State = c.Before;
        foreach (var change in In(c).SelectMany(x => x.Changes).Where(x => x.State is ChangeState.Ended))
            change.State = ChangeState.Waits;
        if (report is not null)
        {
            Lapse("assess", c, "assessment-superseded");
            Start("assess", c, c, c.Responsible, report.FoundOn, Assess);
        }
        var again = Steps
            .Where(s => s.Case == c && OwedAgain.Contains(s.Step))
            .GroupBy(s => (s.Step, s.About))
            .Select(same => same.Last())
            .Where(s => s.Why is "case-ended" or "death")
            .ToList();
        foreach (var step in again)
            Start(step.Step, step.About, c, step.Who, Today, step.Days, step.Working);
        if (report is null && !again.Exists(s => Owed.Onward.Contains(s.Step)) && c.State is not CaseState.PlanInForce)
            Start("assess", c, c, c.Responsible, Today, Assess);
        foreach (var look in c.Visits.Where(v => v is { State: VisitState.Expected, FollowUp: true }))
        {
            look.State = VisitState.CalledOff;
            Lapse("follow-up", look, "case-reopened");
        }
        ResumePlans(c);
        if (c.Closings.LastOrDefault(x => x.State is ClosingState.Consented) is { } ended)
            ended.State = ClosingState.Reopened;
    }

    /// <summary>Plan and measures are restored, with their terms counted from now, and visits are planned again.</summary>
    public void ResumePlans(CaseLife c)
    {
        foreach (var plan in c.Plans.Where(p => p.State is PlanState.Ended))
        {
            plan.Resume();
            if (plan.State is not PlanState.InForce)
                continue;
            foreach (var measure in plan.Measures.Where(m => m is { Running: true, StartedOn: not null }))
                Start("carry-out-measure", measure, c, measure.Responsible, Today, measure.Days);
            PlanNextVisit(c);
        }
    }

    public void PlanNextVisit(CaseLife c)
    {
        var visit = new VisitLife(FollowUp: false);
        c.Visits.Add(visit);
        Start("visit", visit, c, c.Responsible, Today, Visit);
    }

    /// <summary>ADR 29: nothing of the card is owed or planned, and its reports wait again.</summary>
    public void VoidCard(CaseLife c)
    {
        foreach (var signal in SignalsOf(c).ToList())
            Leave(signal, c.Responsible);
        // what had lapsed before is no longer counted either
        foreach (var step in Steps.Where(s => s.Case?.Card == c.Card && s.About != c.Void && s.Step is not "answer-subject" && !s.Met))
            step.Lapse("voided");
        var all = Cases.FindAll(x => x.Card == c.Card);
        foreach (var other in all.Where(x => x.State is not CaseState.Merged))
            other.State = CaseState.Voided;
        c.Card.Voided = true;
        LapseRequests(c);
        all.ForEach(x => x.Plans.ForEach(p => p.End()));
        foreach (var visit in all.SelectMany(x => x.Visits).Where(v => v.State is VisitState.Expected))
            visit.State = VisitState.CalledOff;
        foreach (var offer in c.Offers.Where(o => o.State is OfferState.Offered))
            offer.State = OfferState.Lapsed;
        foreach (var change in ChangesOf(c.Card).Where(x => x.State is ChangeState.Waits))
            change.State = ChangeState.Ended;
        foreach (var closing in all.SelectMany(x => x.Closings).Where(x => x.State is ClosingState.Requested))
            closing.State = ClosingState.Voided;
        foreach (var placement in PlacementsOf(c.Card))
            placement.Left = true;
    }

    private static void LapseRequests(CaseLife c)
    {
        foreach (var asked in c.Requests.Where(r => r.IsOpen))
            asked.State = RequestState.Lapsed;
    }

    /// <summary>ADR 26: the case moves as a whole.</summary>
    public void HandOver(CaseLife c, OfferLife offer)
    {
        c.Responsible = offer.ToWhom;
        foreach (var other in Cases.Where(x => x.Card == c.Card))
            other.Where = offer.To;
        foreach (var signal in SignalsOf(c))
            signal.Where = offer.To;
        Entrust(c, OpenOf(c), offer.FromWhom, offer.ToWhom, offer.To);
    }

    /// <summary>ADR 26, 37: the receiver owes the giver's steps, and those of a colleague who does not work there; others keep their measures.</summary>
    public void Entrust(CaseLife c, IEnumerable<Owed> open, Guid from, Guid to, string place)
    {
        foreach (var step in open.Where(s => s.Who is not null))
            if (step.Who == from || (step.Step is not ("carry-out-measure" or "answer-subject") && !HoldsThere(step.Who!.Value, place)))
                step.Who = to;
        foreach (var measure in c.Plans.SelectMany(p => p.Measures).Where(m => m.Running && m.Responsible == from))
            measure.Responsible = to;
    }

    public bool HoldsThere(Guid who, string place) => people.Any(p => p.Id == who && p.Role is PersonRole.Holder && p.Sees(place));

    /// <summary>True if someone may do the step: its owner, or at least one person of the unit or the district.</summary>
    public bool IsSomebodys(Owed step, string place) =>
        step.Who is { } who
            ? people.Any(p =>
                p.Id == who
                && (step.Step is "carry-out-measure" || (p.Role is PersonRole.Holder && (p.Sees(place) || place == Places.Nowhere)))
            )
            : people.Any(p => p.Sees(place) && p.Role == OwnerAt(step.Step, place));

    private static PersonRole OwnerAt(string step, string place) =>
        step is "decide-merge" ? PersonRole.Centre
        : step is not ("process-report" or "enter-found-child") ? PersonRole.Unit
        : place == Places.WithoutHolder ? PersonRole.Centre
        : PersonRole.Holder;
}
