using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;

namespace Registry.Platform.Model;

/// <summary>
/// One row of the statutory clock: a step that somebody owes by a day. It ends in one of two ways: met, or lapsed with a reason.
/// Ids, codes, dates and territories only.
/// </summary>
[Registry.Platform.Rows.StaysBehind("an open step is handed over by Move; an ended one is counted where it ended")]
public sealed class Deadline : Registry.Basics.Access.ITerritorial
{
    private Deadline() { }

    public Guid Id { get; private init; }
    public string Clause { get; private init; } = "";
    public Step Step { get; private init; }

    /// <summary>Length of the term, in <see cref="Unit"/>s.</summary>
    public int Term { get; private init; }
    public TermUnit Unit { get; private init; }

    /// <summary>The signal or the case that the step belongs to.</summary>
    public Guid AboutId { get; private init; }

    /// <summary>Number of the signal or the case, as people say it.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The child in the vault.</summary>
    public Guid ChildId { get; private set; }
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";
    public Guid? ResponsibleId { get; private set; }

    /// <summary>Since when its place and who owes it have not changed; earlier ones are in <see cref="DeadlinePlace"/>.</summary>
    public DateOnly PlacedSince { get; private set; }
    public DateOnly StartedOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? MetOn { get; private set; }
    public DateOnly? LapsedOn { get; private set; }
    public LapseReason? LapsedBecause { get; private set; }
    public bool IsOpen { get; private set; }
    public int CalendarVersion { get; private set; }
    public int EscalationLevel { get; private set; }

    public static Deadline Start(StatutoryTerm term, WorkingCalendar calendar, DateOnly startedOn, DeadlineSubject about) =>
        new()
        {
            Id = Ids.New(),
            Clause = term.Clause,
            Step = term.Step,
            Term = term.Length,
            Unit = term.Unit,
            AboutId = about.AboutId,
            Number = about.Number,
            ChildId = about.ChildId,
            Territory = about.Territory,
            District = Registry.Basics.Access.Soate.District(about.Territory),
            ResponsibleId = about.ResponsibleId,
            PlacedSince = startedOn,
            StartedOn = startedOn,
            DueOn = Due(calendar, startedOn, term.Length, term.Unit),
            IsOpen = true,
            CalendarVersion = calendar.Version,
        };

    /// <summary>The same step, owed once more from a day on.</summary>
    public Deadline Again(WorkingCalendar calendar, DateOnly on) =>
        Start(new(Clause, Step, Term, Unit), calendar, on, new(AboutId, Number, ChildId, Territory, ResponsibleId));

    public void Meet(DateOnly on)
    {
        if (!IsOpen)
            return;
        MetOn = on;
        IsOpen = false;
    }

    /// <summary>The step is not owed any more although it was not done.</summary>
    public void Lapse(LapseReason because, DateOnly on)
    {
        if (!IsOpen)
            return;
        (LapsedOn, LapsedBecause, IsOpen) = (on, because, false);
    }

    /// <summary>The day by which the step would be due under another calendar.</summary>
    public DateOnly DueBy(WorkingCalendar calendar) => Due(calendar, StartedOn, Term, Unit);

    private static DateOnly Due(WorkingCalendar calendar, DateOnly startedOn, int length, TermUnit unit) =>
        unit is TermUnit.CalendarDays ? startedOn.AddDays(length) : calendar.Add(startedOn, length);

    /// <summary>Recounts the term; returns the move when the due day changed.</summary>
    public DeadlineMove? Recount(WorkingCalendar calendar, DateTime at) => Recount(calendar, MoveReason.CalendarChanged, at);

    /// <summary>The day from which the term counts was wrong: what was done stays done, by another day.</summary>
    public DeadlineMove? Restart(DateOnly startedOn, WorkingCalendar calendar, DateTime at)
    {
        StartedOn = startedOn;
        return Recount(calendar, MoveReason.DayCorrected, at);
    }

    /// <summary>Two rows owed the same step: the older clock prevails.</summary>
    public void CountAs(Deadline same)
    {
        if (same.DueOn < DueOn)
            (StartedOn, DueOn) = (same.StartedOn, same.DueOn);
    }

    /// <summary>What ended the step was a mistake: it is owed again, from the day from which it always counted.</summary>
    public DeadlineMove? Resume(DeadlineSubject about, WorkingCalendar calendar, DateTime at)
    {
        (MetOn, LapsedOn, LapsedBecause, IsOpen) = (null, null, null, true);
        Concern(about);
        return Recount(calendar, MoveReason.CalendarChanged, at);
    }

    /// <summary>The step was never owed: it counts neither as met nor as late.</summary>
    public void Annul(DateOnly on) => (MetOn, LapsedOn, LapsedBecause, IsOpen) = (null, on, LapseReason.Voided, false);

    /// <summary>What it belongs to was opened by mistake: done or not, it is owed and counted no more.</summary>
    public void Void(DateOnly on) => (LapsedOn, LapsedBecause, IsOpen) = (on, LapseReason.Voided, false);

    private DeadlineMove? Recount(WorkingCalendar calendar, MoveReason because, DateTime at)
    {
        var dueOn = DueBy(calendar);
        CalendarVersion = calendar.Version;
        if (dueOn == DueOn)
            return null;
        var move = new DeadlineMove
        {
            Id = Ids.New(),
            DeadlineId = Id,
            From = DueOn,
            To = dueOn,
            CalendarVersion = calendar.Version,
            Because = because,
            At = at,
        };
        DueOn = dueOn;
        return move;
    }

    /// <summary>The case moved to another territory. What its giver owed the receiver owes; what others owe they go on owing.</summary>
    public void Move(string territory, Guid from, Guid to)
    {
        (Territory, District) = (territory, Registry.Basics.Access.Soate.District(territory));
        if (ResponsibleId == from)
            ResponsibleId = to;
    }

    /// <summary>The step is owed by another territory from now on, unassigned there; its days stay.</summary>
    public void Forward(string territory)
    {
        (Territory, District) = (territory, Registry.Basics.Access.Soate.District(territory));
        ResponsibleId = null;
    }

    /// <summary>The signal that it belongs to names another child: nothing of it stays with the one before.</summary>
    public void BelongTo(Guid childId) => ChildId = childId;

    /// <summary>The step goes on under another child, number, place or responsible specialist (a signal linked to a known child).</summary>
    public void Concern(DeadlineSubject about)
    {
        Number = about.Number;
        ChildId = about.ChildId;
        (Territory, District) = (about.Territory, Registry.Basics.Access.Soate.District(about.Territory));
        ResponsibleId = about.ResponsibleId;
    }
}

/// <summary>
/// Where a deadline lay, who owed it and how it had ended before it moved or was owed again: the reports on terms of earlier days count it so [15.4].
/// </summary>
[Registry.Platform.Rows.NoSubject("ids of deadlines and specialists, places and days")]
public sealed class DeadlinePlace
{
    public Guid Id { get; init; }
    public Guid DeadlineId { get; init; }
    public string Territory { get; init; } = "";
    public string District { get; init; } = "";
    public Guid? ResponsibleId { get; init; }
    public DateOnly? MetOn { get; init; }
    public DateOnly? LapsedOn { get; init; }
    public DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer applied.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Records what a changed deadline was, whoever changed it; what applied for no whole day is not recorded.</summary>
    internal static DeadlinePlace? Left(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Deadline> changed, DateOnly on)
    {
        var (territory, responsible) = (changed.Property(d => d.Territory), changed.Property(d => d.ResponsibleId));
        var (open, met, lapsed) = (changed.Property(d => d.IsOpen), changed.Property(d => d.MetOn), changed.Property(d => d.LapsedOn));
        var moves = territory.OriginalValue != territory.CurrentValue || responsible.OriginalValue != responsible.CurrentValue;
        if (!moves && (open.OriginalValue || !open.CurrentValue))
            return null;
        var since = changed.Property(d => d.PlacedSince);
        if (since.OriginalValue >= on)
            return null;
        since.CurrentValue = on;
        return new()
        {
            Id = Ids.New(),
            DeadlineId = changed.Entity.Id,
            Territory = territory.OriginalValue,
            District = Registry.Basics.Access.Soate.District(territory.OriginalValue),
            ResponsibleId = responsible.OriginalValue,
            MetOn = met.OriginalValue,
            LapsedOn = lapsed.OriginalValue,
            Since = since.OriginalValue,
            Until = on,
        };
    }
}

/// <summary>What a deadline is about.</summary>
public sealed record DeadlineSubject(Guid AboutId, string Number, Guid ChildId, string Territory, Guid? ResponsibleId);

/// <summary>Why a due day moved.</summary>
public enum MoveReason
{
    CalendarChanged,

    /// <summary>The day found or received was corrected; the reason is with the signal.</summary>
    DayCorrected,
}

/// <summary>History of a deadline: a change of the calendar or a corrected day moved it.</summary>
[Registry.Platform.Rows.NoSubject("ids of deadlines and days")]
public sealed class DeadlineMove
{
    public Guid Id { get; init; }
    public Guid DeadlineId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public int CalendarVersion { get; init; }
    public MoveReason Because { get; init; }
    public DateTime At { get; init; }
}
