using Registry.Contracts;

namespace Registry.Tests.Walks;

/// <summary>A step that is owed, done, or no longer owed.</summary>
/// <param name="step">Code of the step.</param>
/// <param name="about">The model object it is about.</param>
internal sealed class Owed(string step, object about, CaseLife? of)
{
    /// <summary>The steps by which a case goes on.</summary>
    public static readonly string[] Onward =
    [
        "assess",
        "form-plan",
        "approve-plan",
        "carry-out-measure",
        "visit",
        "decide-ending",
        "continue-or-end",
    ];

    public string Step => step;
    public object About { get; set; } = about;
    public CaseLife? Case { get; set; } = of;

    /// <summary>Null: unassigned.</summary>
    public Guid? Who { get; set; }
    public DateOnly From { get; set; }
    public int Days { get; init; }
    public bool Working { get; init; } = true;
    public bool Met { get; private set; }
    public string? Why { get; private set; }
    public bool IsOpen => !Met && Why is null;

    /// <summary>How it ended, if it did.</summary>
    public (bool Met, string? Why) Outcome
    {
        get => (Met, Why);
        set => (Met, Why) = value;
    }

    public void Meet() => Met = true;

    public void Lapse(string why) => Why = why;

    public void Reopen() => (Met, Why) = (false, null);

    /// <summary>It was never owed, done or not.</summary>
    public void Annul() => (Met, Why) = (false, "voided");
}

internal enum SignalState
{
    New,
    CardOpened,
    Linked,
    Unfounded,
}

internal sealed class SignalLife(Guid id, bool found, string where, DateOnly cameIn)
{
    public Guid Id => id;

    /// <summary>[19.1] By the specialist; otherwise reported [19.2].</summary>
    public bool Found { get; set; } = found;
    public string Where { get; set; } = where;
    public string FoundAt { get; set; } = where;
    public DateOnly CameIn => cameIn;
    public DateOnly FoundOn { get; set; }
    public DateOnly ReceivedOn { get; set; }
    public DateOnly? ProcessedOn { get; set; }
    public SignalState State { get; set; }
    public CaseLife? Case { get; set; }

    /// <summary>[20.9] Whether no new assessment is needed.</summary>
    public Question? NoAssessment { get; set; }

    /// <summary>[19.2] Whether a day found long ago is right.</summary>
    public Question? Day { get; set; }
}

internal enum Answer
{
    Waits,
    Yes,
    No,
    CalledOff,
}

/// <summary>Requested by one person, answered by another.</summary>
internal sealed class Question
{
    public Guid Id { get; set; }
    public Guid By { get; init; }
    public Answer Answer { get; set; }
}

internal enum CaseState
{
    Opened,
    InformationEntered,
    Assessed,
    PlanInForce,
    Closed,
    Voided,

    /// <summary>Merged into another open case of the same child, which continues.</summary>
    Merged,
}

internal sealed class CaseLife(CardLife card, Guid caseId)
{
    /// <summary>The card that it belongs to; follows a merge.</summary>
    public CardLife Card { get; set; } = card;
    public Guid ChildId => Card.ChildId;
    public Guid CaseId => caseId;

    /// <summary>As displayed to people.</summary>
    public required string Number { get; init; }
    public required string Where { get; set; }
    public required Guid Responsible { get; set; }
    public required DateOnly FoundOn { get; set; }
    public CaseState State { get; set; }

    /// <summary>The stage of the road when the case ended.</summary>
    public CaseState Before { get; set; }
    public bool IsOpen => State is not (CaseState.Closed or CaseState.Voided or CaseState.Merged);
    public bool Informed { get; set; }
    public bool Assessed { get; set; }

    /// <summary>The day on which an owed assessment was last completed.</summary>
    public DateOnly? OwedAssessmentOn { get; set; }
    public DraftLife? Draft { get; set; }
    public Question? Void { get; set; }
    public List<PlanLife> Plans { get; } = [];
    public List<VisitLife> Visits { get; } = [];
    public List<ClosingLife> Closings { get; } = [];
    public List<OfferLife> Offers { get; } = [];
    public List<ChangeLife> Changes { get; } = [];
    public List<PlacementLife> Placements { get; } = [];
    public List<Question> Disclosures { get; } = [];
    public List<CaseRequestLife> Requests { get; } = [];
}

internal enum RequestState
{
    Asked,
    Offered,
    Refused,
    Conflict,
    Settled,
    Withdrawn,
    Lapsed,
}

/// <summary>ADR 34: someone elsewhere has a child under this card's number and requests the case.</summary>
internal sealed class CaseRequestLife(Guid id, Guid by, string pin)
{
    public Guid Id => id;
    public Guid By => by;
    public string Pin => pin;
    public RequestState State { get; set; }
    public bool IsOpen => State is RequestState.Asked or RequestState.Conflict;
}

internal sealed class DraftLife(Guid id)
{
    public Guid Id => id;
    public bool Answered { get; set; }
    public bool Completed { get; set; }
}

internal enum PlanState
{
    Draft,
    Submitted,
    InForce,
    Superseded,
    Ended,
}

internal sealed class PlanLife(Guid id, int measures)
{
    public Guid Id => id;

    /// <summary>How many measures the Base proposed.</summary>
    public int Proposed => measures;
    public PlanState State { get; set; }
    private PlanState EndedFrom { get; set; }
    public List<MeasureLife> Measures { get; } = [];

    public void End()
    {
        if (State is PlanState.Superseded or PlanState.Ended)
            return;
        (EndedFrom, State) = (State, PlanState.Ended);
        foreach (var measure in Measures.Where(m => m.Running))
            (measure.Running, measure.Ended) = (false, true);
    }

    public void Resume()
    {
        State = EndedFrom;
        foreach (var measure in Measures.Where(m => m.Ended))
            (measure.Running, measure.Ended) = (true, false);
    }
}

internal sealed class MeasureLife(Guid id, int days)
{
    public Guid Id => id;
    public int Days => days;
    public Guid? Responsible { get; set; }
    public DateOnly? StartedOn { get; set; }
    public bool Running { get; set; } = true;
    public bool Ended { get; set; }
}

internal enum VisitState
{
    Expected,
    Made,
    CalledOff,
}

/// <param name="FollowUp">[11.5] After the exit.</param>
internal sealed record VisitLife(bool FollowUp)
{
    public VisitState State { get; set; }

    // two equal visits are still two visits
    public bool Equals(VisitLife? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

internal enum ClosingState
{
    Requested,
    Consented,
    Refused,
    Reopened,
    Voided,
}

internal sealed class ClosingLife(Guid id, string ending)
{
    public Guid Id => id;
    public string Ending => ending;
    public ClosingState State { get; set; }
}

internal enum OfferState
{
    Offered,
    Accepted,
    Refused,
    Withdrawn,
    Lapsed,
}

internal sealed class OfferLife(Guid id, Guid from, Guid to, string place)
{
    public Guid Id => id;
    public Guid FromWhom => from;
    public Guid ToWhom => to;
    public string To => place;
    public OfferState State { get; set; }
}

internal enum ChangeState
{
    Waits,
    Entered,
    Withdrawn,
    Ended,
}

/// <param name="id">Empty until the Base has assigned it.</param>
internal sealed class ChangeLife(Guid id, string kind)
{
    public Guid Id { get; set; } = id;
    public string Kind => kind;
    public ChangeState State { get; set; }
}

internal sealed class PlacementLife(Guid id)
{
    public Guid Id => id;
    public bool Left { get; set; }
}
