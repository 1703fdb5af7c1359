using Registry.Contracts;

namespace Registry.Children.Model;

/// <param name="ReceivedOn">The day the report was received; required for a report.</param>
/// <param name="LateBecause">Why a day found more than 30 days back is only entered now.</param>
/// <param name="Siblings">Further children named in the report; each gets its own signal.</param>
/// <param name="Relatives">Parents and relatives of all these children, entered once.</param>
internal sealed record SignalReport(
    SignalSource Source,
    string Channel,
    Urgency Urgency,
    DateOnly FoundOn,
    string Territory,
    string Account,
    Reporter Reporter,
    FirstKnown Child,
    DateOnly? ReceivedOn = null,
    string? Address = null,
    double? Latitude = null,
    double? Longitude = null,
    string? LateBecause = null,
    IReadOnlyList<FirstKnown>? Siblings = null,
    IReadOnlyList<Relative>? Relatives = null
);
