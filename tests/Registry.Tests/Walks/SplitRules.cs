namespace Registry.Tests.Walks;

/// <summary>ADR 35: after the period for undoing a merge, what came with the merged card goes back by hand; what belongs to a case goes with it.</summary>
internal sealed class SplitRules(CaseModel model)
{
    public void Split(MergeLife merge)
    {
        var (kept, other) = (merge.Kept, merge.Other);
        foreach (var c in model.Cases.Where(c => c.Card == kept && merge.Came.Contains(c)).ToList())
            c.Card = other;
        other.MergedInto = null;
        var (stays, goes) = (model.MainOf(kept), model.MainOf(other));
        foreach (var signal in model.Signals.Where(s => s.Case is { } of && (of.Card == kept || of.Card == other)))
            signal.Case = merge.Came.Contains(signal) ? goes : stays;
        Disclosures(merge, stays, goes);
        foreach (var step in model.Steps.Where(s => s.Case is { } of && (of.Card == kept || of.Card == other)))
            if (OwnerOf(step) is { } owner)
                step.Case = step.IsOpen ? model.MainOf(owner.Card) : owner;
        var number = merge.OtherNumber;
        // what was taken over from the other card was another child's
        if (number.Pin is not null && merge.KeptNumber.Pin != number.Pin && kept.Pin == number.Pin)
            kept.Hold(merge.KeptNumber.Pin, merge.KeptNumber.InDoubt, merge.KeptNumber.Shared);
        // whether someone has entered it again since is not tracked here
        if (merge.KeptFilled is not true && kept.Filled is true)
            kept.Filled = null;
        other.Hold(number.Pin, number.InDoubt, model.Numbers.HolderOf(number.Pin, other) is not null);
        merge.State = MergeState.Split;
        GoOn(stays);
        GoOn(goes);
    }

    private void Disclosures(MergeLife merge, CaseLife stays, CaseLife goes)
    {
        foreach (var c in model.Cases.Where(c => c.Card == merge.Kept || c.Card == merge.Other).ToList())
        foreach (var asked in c.Disclosures.ToList())
        {
            c.Disclosures.Remove(asked);
            (merge.Came.Contains(asked) ? goes : stays).Disclosures.Add(asked);
        }
    }

    /// <summary>The case that the subject of the step goes with.</summary>
    private CaseLife? OwnerOf(Owed step) =>
        step.About switch
        {
            CaseLife c => c,
            SignalLife signal => signal.Case,
            MergeLife => null,
            var about => model.Cases.Find(c => Owns(c, about))
                ?? model.Signals.Find(s => s.NoAssessment == about || s.Day == about)?.Case
                ?? step.Case,
        };

    private static bool Owns(CaseLife c, object about) =>
        c.Void == about
        || c.Plans.Exists(p => p.Measures.Exists(m => m == about))
        || c.Visits.Exists(v => ReferenceEquals(v, about))
        || c.Closings.Exists(x => x == about)
        || c.Offers.Exists(x => x == about)
        || c.Changes.Exists(x => x == about)
        || c.Placements.Exists(x => x == about)
        || c.Requests.Exists(x => x == about)
        || c.Disclosures.Exists(x => x == about);

    /// <summary>A case that had ended by the merge resumes where it was, with its plan; a continuing case always has a step.</summary>
    private void GoOn(CaseLife c)
    {
        var comesBack = c.State is CaseState.Merged;
        if (comesBack)
            c.State = c.Before;
        if (c.IsOpen && !(comesBack && c.State is CaseState.PlanInForce) && !model.OpenOf(c).Any(s => Owed.Onward.Contains(s.Step)))
            model.Start("assess", c, c, c.Responsible, model.Today, CaseModel.Assess);
        if (comesBack)
            model.ResumePlans(c);
    }
}
