namespace Registry.Basics.Time;

/// <summary>How a term is counted.</summary>
public enum TermUnit
{
    /// <summary>By the working calendar: a changed calendar moves the due day.</summary>
    WorkingDays,

    /// <summary>By the calendar on the wall, or up to a day that people agreed on: it never moves.</summary>
    CalendarDays,
}
