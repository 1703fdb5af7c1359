using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;

namespace Registry.Children.Purging;

/// <summary>Known facts about a subject when its purge is due.</summary>
/// <param name="BirthDate">Reliable or not.</param>
/// <param name="Pins">Personal numbers on the card and in its signals.</param>
/// <param name="Ages">Stated ages, each with its day.</param>
/// <param name="PupilOn">The day on which the card last named a school or a class.</param>
/// <param name="ParentsBorn">Birth dates of mother and father.</param>
internal sealed record PurgeFacts(
    DateOnly Today,
    DateOnly EnteredOn,
    DateOnly? BirthDate,
    bool Estimated = false,
    bool InDoubt = false,
    bool CaseOpen = false,
    bool SignalUnprocessed = false,
    bool DayFoundUnconfirmed = false,
    IReadOnlyList<string>? Pins = null,
    IReadOnlyList<(int Age, DateOnly On)>? Ages = null,
    DateOnly? PupilOn = null,
    IReadOnlyList<DateOnly>? ParentsBorn = null
);

/// <summary>Reasons that keep a due purge from running by itself [25.2]: a typo in the birth date, or ongoing work.</summary>
internal static class PurgeHolds
{
    private const int OldestPupil = 20;
    private const int YoungestParent = 12;

    public static IEnumerable<PurgeReason> Of(PurgeFacts facts)
    {
        if (facts.BirthDate is null)
            yield return PurgeReason.NoBirthDate;
        else if (facts.InDoubt)
            yield return PurgeReason.BirthDateInDoubt;
        else if (facts.Estimated)
            yield return PurgeReason.BirthDateEstimated;
        if (facts.CaseOpen)
            yield return PurgeReason.CaseOpen;
        if (facts.SignalUnprocessed)
            yield return PurgeReason.SignalUnprocessed;
        if (facts.DayFoundUnconfirmed)
            yield return PurgeReason.DayFoundUnconfirmed;
        if (facts.BirthDate is { } born)
            foreach (var reason in Contradictions(facts, born))
                yield return reason;
        if (facts.EnteredOn > facts.Today.AddYears(-1))
            yield return PurgeReason.EnteredLately;
    }

    private static IEnumerable<PurgeReason> Contradictions(PurgeFacts facts, DateOnly born)
    {
        if ((facts.Pins ?? []).Any(pin => Pin.BirthDate(pin) is { } told && told != born))
            yield return PurgeReason.PinTellsOtherwise;
        if ((facts.Ages ?? []).Any(told => !DatePlausibility.Agree(born, told.Age, told.On)))
            yield return PurgeReason.AgeTellsOtherwise;
        if (facts.PupilOn is { } pupil && Age.Reached(born, OldestPupil) <= pupil)
            yield return PurgeReason.PupilTooOld;
        if ((facts.ParentsBorn ?? []).Any(parent => Age.Reached(parent, YoungestParent) > born))
            yield return PurgeReason.ParentTooYoung;
    }
}
