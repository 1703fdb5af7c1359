namespace Registry.Tests.Walks;

internal enum MergeState
{
    Asked,
    Refused,
    Withdrawn,
    Decided,
    Done,
    Undone,
    Split,
}

/// <summary>ADR 35: two cards are merged, perhaps after the authorised body's decision.</summary>
internal sealed class MergeLife(Guid id, CardLife kept, CardLife other)
{
    public Guid Id { get; set; } = id;
    public CardLife Kept { get; set; } = kept;
    public CardLife Other { get; set; } = other;

    /// <summary>Who consulted the authorised body; null where that was not required.</summary>
    public Guid? AskedBy { get; init; }
    public MergeState State { get; set; }
    public DateOnly? DoneOn { get; set; }
    public Watch Changed { get; } = new();

    /// <summary>The reports that either card had by then.</summary>
    public HashSet<SignalLife> Reports { get; } = [];

    /// <summary>The same for requests of the subject.</summary>
    public HashSet<Question> Asked { get; } = [];

    public HashSet<Owed> Steps { get; } = [];

    /// <summary>What came with the merged card: cases, reports and requests of the subject.</summary>
    public HashSet<object> Came { get; } = [];

    /// <summary>The surviving card as it was.</summary>
    public (string? Pin, bool InDoubt, bool Shared) KeptNumber { get; set; }
    public (string? Pin, bool InDoubt, bool Shared) OtherNumber { get; set; }
    public bool? KeptFilled { get; set; }
}

/// <summary>ADR 35: everything of one card follows the other; of two open cases the one that got further continues.</summary>
internal sealed class MergeRules(CaseModel model)
{
    private static int Rank(CaseLife c) =>
        c.State switch
        {
            CaseState.PlanInForce => 3,
            CaseState.Assessed => 2,
            CaseState.InformationEntered => 1,
            _ => 0,
        };

    private static (CaseLife? Stays, CaseLife? Ends) Choose(CaseLife kept, CaseLife other) =>
        (kept.IsOpen, other.IsOpen) switch
        {
            (false, false) => (null, null),
            (true, false) => (kept, null),
            (false, true) => (other, null),
            _ => Rank(kept) > Rank(other) || (Rank(kept) == Rank(other) && kept.FoundOn <= other.FoundOn) ? (kept, other) : (other, kept),
        };

    /// <summary>Pending decisions about either card come first.</summary>
    public bool IsPending(CaseLife c) =>
        model.OpenOf(c).Any(s => s.Step is "decide-ending" or "accept-transfer" or "answer-case-request" or "settle-number-conflict")
        || model.SignalsOf(c).Any(s => s.Day is { Answer: Answer.Waits });

    public void Merge(MergeLife merge)
    {
        var (kept, other) = (model.MainOf(merge.Kept), model.MainOf(merge.Other));
        // pending requests and decisions about the two are resolved by it
        CallOff(m => m != merge && new[] { m.Kept, m.Other }.All(c => c == merge.Kept || c == merge.Other), "merged");
        WatchAll(merge);
        foreach (var c in model.Cases.Where(c => c.Card == merge.Other))
            merge.Came.UnionWith([c, .. model.SignalsOf(c), .. c.Disclosures]);
        var place = kept.Where;
        var (open, signals) = (model.OpenOf(other).ToList(), model.SignalsOf(other).ToList());
        var (stays, ends) = Choose(kept, other);
        if (other.Where != place)
        {
            // steps of the other district's holder move to the keeping one
            model.Entrust(other, open, other.Responsible, kept.Responsible, place);
            if (other.IsOpen)
                other.Responsible = kept.Responsible;
        }
        foreach (var c in model.Cases.Where(c => c.Card == merge.Other).ToList())
            (c.Card, c.Where) = (merge.Kept, place);
        if (stays is not null && ends is not null)
            End(stays, ends);
        var main = model.MainOf(merge.Kept);
        foreach (var step in model.OpenOf(kept).Concat(open).Where(s => s.IsOpen).ToList())
            step.Case = main;
        foreach (var signal in model.SignalsOf(kept).Concat(signals).ToList())
            (signal.Case, signal.Where) = (main, place);
        model.Meet("merge-cards", merge);
        if (stays is not null)
            model.KeepOnward(stays);
        merge.Changed.Note();
        MergeCard(merge);
        (merge.State, merge.DoneOn) = (MergeState.Done, model.Today);
    }

    /// <summary>A sealed record is unknown: requests to merge it are neither made nor carried out any more.</summary>
    public void CallOff(CardLife card) => CallOff(m => m.Kept == card || m.Other == card, "case-ended");

    private void CallOff(Func<MergeLife, bool> which, string why)
    {
        foreach (var merge in model.Merges.Where(m => m.State is MergeState.Asked or MergeState.Decided && which(m)))
        {
            merge.State = MergeState.Withdrawn;
            model.Lapse("decide-merge", merge, why);
            model.Lapse("merge-cards", merge, why);
        }
    }

    private void End(CaseLife stays, CaseLife ends)
    {
        foreach (var owed in model.OpenOf(ends).ToList())
        {
            if (
                owed.Step is "carry-out-measure" or "visit" or "approve-plan" or "continue-or-end"
                || (owed.Step is "form-plan" && stays.State is CaseState.PlanInForce)
            )
                owed.Lapse("merged");
            else if (owed.About == ends)
                KeepOlder(owed, model.Open(owed.Step, stays).FirstOrDefault(), stays);
            if (owed.IsOpen && owed.Who == ends.Responsible)
                owed.Who = stays.Responsible;
        }
        if (ends.FoundOn < stays.FoundOn)
            stays.FoundOn = ends.FoundOn;
        stays.Informed |= ends.Informed;
        (ends.Before, ends.State) = (ends.State, CaseState.Merged);
        ends.Plans.ForEach(p => p.End());
        foreach (var visit in ends.Visits.Where(v => v is { State: VisitState.Expected, FollowUp: false }))
            visit.State = VisitState.CalledOff;
    }

    private void KeepOlder(Owed owed, Owed? same, CaseLife stays)
    {
        if (same is null)
        {
            owed.About = stays;
            return;
        }
        if (model.Due(owed) < model.Due(same))
            same.From = owed.From;
        owed.Lapse("merged");
    }

    /// <summary>Nothing that was entered is lost; a number that only the merged card had passes to the surviving one, with its doubt.</summary>
    private static void MergeCard(MergeLife merge)
    {
        var (kept, other) = (merge.Kept, merge.Other);
        (merge.KeptNumber, merge.OtherNumber) = ((kept.Pin, kept.InDoubt, kept.Shared), (other.Pin, other.InDoubt, other.Shared));
        merge.KeptFilled = kept.Filled;
        if (kept.Pin is null)
            kept.Hold(other.Pin, other.InDoubt, shared: false);
        kept.Filled =
            kept.Filled is true || other.Filled is true ? true
            : kept.Filled is null || other.Filled is null ? null
            : false;
        kept.Saves = Math.Max(kept.Saves, other.Saves);
        other.MergedInto = kept;
        other.Hold(null, inDoubt: false, shared: false);
    }

    public void Undo(MergeLife merge)
    {
        var givers = model.Cases.ToDictionary(c => c, c => c.Responsible);
        merge.Changed.Undo();
        var (kept, other) = (merge.Kept, merge.Other);
        other.MergedInto = null;
        StayWith(merge, givers);
        // new steps of a case that goes back are owed by its responsible specialist again; a measure by the person it was assigned to
        foreach (var c in model.Cases.Where(c => c.Card == other))
        foreach (var step in model.OpenOf(c).Where(s => s.Who is not null && !merge.Steps.Contains(s)))
            if (step.Step is not ("carry-out-measure") && (step.Who == givers[c] || !model.HoldsThere(step.Who!.Value, c.Where)))
                step.Who = c.Responsible;
        // what was taken over goes back, unless another number was entered since
        if (merge.KeptNumber.Pin is null && merge.OtherNumber.Pin is { } taken && kept.Pin == taken)
            kept.Hold(null, inDoubt: false, shared: false);
        if (merge.KeptFilled is not true && kept.Filled is true)
            kept.Filled = null;
        var number = merge.OtherNumber;
        other.Hold(number.Pin, number.InDoubt, model.Numbers.HolderOf(number.Pin, other) is not null);
        foreach (var main in new[] { kept, other }.Select(model.MainOf))
        {
            model.KeepOnward(main);
            // the card was transferred since: both cases are there now, owed by the person who took it over, and so is what is owed again
            var there = new[] { kept, other }
                .Select(model.MainOf)
                .FirstOrDefault(c => c.Where == main.Where && model.HoldsThere(c.Responsible, c.Where));
            if (main.IsOpen && there is not null && !model.HoldsThere(main.Responsible, main.Where))
                main.Responsible = there.Responsible;
            foreach (var step in model.OpenOf(main).Where(s => s.About is not OfferLife && s.Who is not null))
                if (
                    main.IsOpen
                    && step.Step is not ("carry-out-measure" or "answer-subject")
                    && !model.HoldsThere(step.Who!.Value, main.Where)
                )
                    step.Who = main.Responsible;
        }
        merge.State = MergeState.Undone;
    }

    /// <summary>New records of a case that goes back: reports and requests of the subject stay with the survivor, the rest goes with its case.</summary>
    private void StayWith(MergeLife merge, Dictionary<CaseLife, Guid> givers)
    {
        var main = model.MainOf(merge.Kept);
        foreach (var signal in model.Signals.Where(s => s.Case?.Card == merge.Other && !merge.Reports.Contains(s)))
        {
            Stay([signal, signal.NoAssessment, signal.Day], givers[signal.Case!], main);
            (signal.Case, signal.Where) = (main, main.Where);
        }
        foreach (var c in model.Cases.Where(c => c.Card == merge.Other))
        foreach (var asked in c.Disclosures.Where(x => !merge.Asked.Contains(x)).ToList())
        {
            Stay([asked], givers[c], main);
            c.Disclosures.Remove(asked);
            main.Disclosures.Add(asked);
        }
    }

    private void Stay(object?[] about, Guid giver, CaseLife main)
    {
        foreach (var step in model.Steps.Where(s => about.Contains(s.About)))
        {
            step.Case = main;
            if (step.IsOpen && step.Who == giver)
                step.Who = main.Responsible;
        }
    }

    private void WatchAll(MergeLife merge)
    {
        var w = merge.Changed;
        var cases = model.Cases.Where(c => c.Card == merge.Kept || c.Card == merge.Other).ToList();
        foreach (var c in cases)
        {
            w.See(() => c.Card, v => c.Card = v);
            w.See(() => c.Where, v => c.Where = v);
            w.See(() => c.Responsible, v => c.Responsible = v);
            w.See(() => c.FoundOn, v => c.FoundOn = v);
            w.See(() => c.State, v => c.State = v);
            w.See(() => c.Informed, v => c.Informed = v);
            merge.Asked.UnionWith(c.Disclosures);
            foreach (var plan in c.Plans)
                w.See(() => plan.State, v => plan.State = v);
            foreach (var measure in c.Plans.SelectMany(p => p.Measures))
            {
                w.See(() => measure.Responsible, v => measure.Responsible = v);
                w.See(() => (measure.Running, measure.Ended), v => (measure.Running, measure.Ended) = v);
            }
            foreach (var visit in c.Visits)
                w.See(() => visit.State, v => visit.State = v);
        }
        foreach (var signal in model.Signals.Where(s => s.Case is not null && cases.Contains(s.Case)))
        {
            merge.Reports.Add(signal);
            w.See(() => signal.Case, v => signal.Case = v);
            w.See(() => signal.Where, v => signal.Where = v);
        }
        foreach (var step in model.Steps.Where(s => s.Case is not null && cases.Contains(s.Case)))
        {
            merge.Steps.Add(step);
            w.See(() => step.About, v => step.About = v);
            w.See(() => step.Case, v => step.Case = v);
            w.See(() => step.Who, v => step.Who = v);
            w.See(() => step.From, v => step.From = v);
            // a decision that was carried out is not owed again
            if (step.Step is not "merge-cards")
                w.See(() => step.Outcome, v => step.Outcome = v);
        }
    }
}
