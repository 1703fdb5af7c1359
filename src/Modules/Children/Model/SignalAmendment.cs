using Registry.Contracts;

namespace Registry.Children.Model;

/// <param name="Territory">Where the child was found.</param>
/// <param name="ReceivedOn">The day the report was received; required for a report.</param>
/// <param name="Child">The signal's data about the child; an opened card has its own names.</param>
/// <param name="Reason">How the mistake came about, and the source of the right values.</param>
internal sealed record SignalAmendment(
    Guid Id,
    SignalSource Source,
    string Channel,
    DateOnly FoundOn,
    string Territory,
    FirstKnown Child,
    string Reason,
    DateOnly? ReceivedOn = null,
    string? Address = null
)
{
    /// <summary>The reason for the correction also justifies an unusual date.</summary>
    public StatedDates Dates(DateOnly today) =>
        new(today, FoundOn, Child.BirthDate, Child.Pin, Child.Age, Child.BirthDateInDoubt == true, Child.AdultBecause ?? Reason, Reason);

    /// <summary>The day from which [19.2] counts.</summary>
    public DateOnly CountsFrom() => Source is SignalSource.ReportReceived ? ReceivedOn ?? FoundOn : FoundOn;
}
