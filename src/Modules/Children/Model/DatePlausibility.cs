using Registry.Basics.People;
using Registry.Basics.Time;

namespace Registry.Children.Model;

/// <summary>
/// Whether the days of a child are plausible [17.1, 17.2, 25.2]: a typo in a year would destroy a record, or start a clock that ended
/// long ago. These rules live only here; every entry uses them: form, card and other systems alike.
/// </summary>
internal static class DatePlausibility
{
    /// <summary>No one born or found earlier can be in the Base.</summary>
    public static readonly DateOnly First = new(1990, 1, 1);
    public const int AdultAge = 18;

    /// <summary>A day found further back than this many days needs a reason.</summary>
    public const int LateDays = 30;

    /// <summary>People count ages by the calendar year as often as by the birthday.</summary>
    private const int AgesMayDiffer = 1;

    /// <summary>For an entry with both days; a birth after the day found is reported once.</summary>
    public static IEnumerable<DateFlaw> Of(StatedDates said, DateOnly today) =>
        OfFound(said with { BirthDate = null, Pin = null }, today).Concat(OfBirth(said, today));

    public static IEnumerable<DateFlaw> OfFound(StatedDates said, DateOnly today)
    {
        if (said.FoundOn is not { } found)
            yield break;
        if (found > today || found < First)
        {
            yield return (found > today ? DateFlaw.FoundInFuture : DateFlaw.FoundTooEarly).With(("day", found));
            yield break;
        }
        if (BornOn(said) is { } born && born > found && born <= today)
            yield return DateFlaw.FoundBeforeBorn.With(("born", born));
        if (found < said.EnteredOn.AddDays(-LateDays) && !said.LateBecause.Has())
            yield return DateFlaw.FoundLongAgo.With(("day", found));
    }

    public static IEnumerable<DateFlaw> OfBirth(StatedDates said, DateOnly today)
    {
        // an impossible day found is reported at its own field and not used for comparison here
        var found = said.FoundOn is { } day && day >= First && day <= today ? day : said.EnteredOn;
        if (BornOn(said) is not { } born)
        {
            if (said.Age >= AdultAge && !said.AdultBecause.Has())
                yield return DateFlaw.Adult.With(("age", said.Age));
            yield break;
        }
        if (Impossible(born, found, said.EnteredOn, today) is { } flaw)
        {
            yield return At(said, flaw.With(("day", born)));
            yield break;
        }
        var age = Age.On(born, found);
        if (!said.InDoubt && Pin.BirthDate(said.Pin) is { } told && told != born)
            yield return DateFlaw.PinTellsOtherwise.With(("day", born), ("told", told));
        else if (!said.InDoubt && said.Age is { } stated && !Agree(born, stated, found))
            yield return At(said, DateFlaw.AgeTellsOtherwise.With(("age", age), ("told", stated)));
        if (age >= AdultAge && !said.AdultBecause.Has())
            yield return DateFlaw.Adult.With(("age", age));
    }

    private static DateFlaw? Impossible(DateOnly born, DateOnly found, DateOnly enteredOn, DateOnly today) =>
        born > today ? DateFlaw.BornInFuture
        : born < First ? DateFlaw.BornTooEarly
        : born > found ? DateFlaw.BornAfterFound
        : KeptUntil.Of(born) <= enteredOn ? DateFlaw.TooOld
        : null;

    /// <summary>The birth date, or the one derived from the personal number.</summary>
    private static DateOnly? BornOn(StatedDates said) => said.BirthDate ?? Pin.BirthDate(said.Pin);

    private static DateFlaw At(StatedDates said, DateFlaw flaw) => said.BirthDate is null ? flaw with { Field = "pin" } : flaw;

    /// <summary>How far a stated age may differ from that of the birth date without contradicting it.</summary>
    public static bool Agree(DateOnly born, int age, DateOnly on) => Math.Abs(Age.On(born, on) - age) <= AgesMayDiffer;
}
