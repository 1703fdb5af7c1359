using Registry.Contracts;

namespace Registry.Kernel.Time;

/// <summary>
/// One row of the statutory clock: a step that somebody owes by a day. It ends in one of two ways: met, or lapsed with a reason.
/// Ids, codes, dates and territories only.
/// </summary>
public sealed class Deadline : Access.ITerritorial
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

    /// <summary>Since when it lies where it does and is owed by whom it is; what was before stands in <see cref="DeadlinePlace"/>.</summary>
    public DateOnly PlacedSince { get; private set; }
    public DateOnly StartedOn { get; private init; }
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
            District = Access.Soate.District(about.Territory),
            ResponsibleId = about.ResponsibleId,
            PlacedSince = startedOn,
            StartedOn = startedOn,
            DueOn = Due(calendar, startedOn, term.Length, term.Unit),
            IsOpen = true,
            CalendarVersion = calendar.Version,
        };

    public void Meet(DateOnly on)
    {
        if (!IsOpen)
            return;
        MetOn = on;
        IsOpen = false;
    }

    /// <summary>The step is not owed any more although nobody did it.</summary>
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
    public DeadlineMove? Recount(WorkingCalendar calendar, DateTime at)
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
            At = at,
        };
        DueOn = dueOn;
        return move;
    }

    /// <summary>The case moved: to another territory, and from one responsible specialist to another.</summary>
    public void Move(string territory, Guid from, Guid to)
    {
        (Territory, District) = (territory, Access.Soate.District(territory));
        if (ResponsibleId == from)
            ResponsibleId = to;
    }

    /// <summary>The step goes on under another child, number or responsible specialist (a signal linked to a known child).</summary>
    public void Concern(DeadlineSubject about)
    {
        Number = about.Number;
        ChildId = about.ChildId;
        ResponsibleId = about.ResponsibleId;
    }
}

/// <summary>Where a deadline lay and who owed it before it moved: the reports on terms of earlier days count it there [15.4].</summary>
[Purging.NoSubject("ids of deadlines and specialists, places and days")]
public sealed class DeadlinePlace
{
    public Guid Id { get; init; }
    public Guid DeadlineId { get; init; }
    public string Territory { get; init; } = "";
    public string District { get; init; } = "";
    public Guid? ResponsibleId { get; init; }
    public DateOnly Since { get; init; }

    /// <summary>The first day on which it did not stand any more.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Notes what a changed deadline was, whoever changed it; what stood for no whole day is not noted.</summary>
    internal static DeadlinePlace? Left(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Deadline> changed, DateOnly on)
    {
        var (territory, responsible) = (changed.Property(d => d.Territory), changed.Property(d => d.ResponsibleId));
        if (territory.OriginalValue == territory.CurrentValue && responsible.OriginalValue == responsible.CurrentValue)
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
            District = Access.Soate.District(territory.OriginalValue),
            ResponsibleId = responsible.OriginalValue,
            Since = since.OriginalValue,
            Until = on,
        };
    }
}

/// <summary>What a deadline is about.</summary>
public sealed record DeadlineSubject(Guid AboutId, string Number, Guid ChildId, string Territory, Guid? ResponsibleId);

/// <summary>History of a deadline: a change of the calendar moved it.</summary>
[Purging.NoSubject("ids of deadlines and days")]
public sealed class DeadlineMove
{
    public Guid Id { get; init; }
    public Guid DeadlineId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public int CalendarVersion { get; init; }
    public DateTime At { get; init; }
}
