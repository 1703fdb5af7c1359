using Registry.Basics.People;
using Registry.Children.Model;

namespace Registry.Children.Registers;

/// <summary>Whether a personal number, which encodes sex and birth date, may be that of a reported child or of a recorded relative.</summary>
internal static class FittingPin
{
    private const int Majority = 18;

    public static bool Fits(string pin, FirstKnown child, IReadOnlyList<Relative>? relatives, DateOnly foundOn) =>
        pin == child.Pin
        || (SexFits(pin, child) && DateFits(Pin.BirthDate(pin)!.Value, child, foundOn))
        || relatives?.Any(r => r.BirthDate == Pin.BirthDate(pin)) == true;

    private static bool SexFits(string pin, FirstKnown child) => child.Sex is not { } sex || Pin.SexOf(pin) is not { } said || said == sex;

    /// <summary>A date in doubt, or an age, may be a year off.</summary>
    private static bool DateFits(DateOnly born, FirstKnown child, DateOnly foundOn) =>
        child switch
        {
            { BirthDate: { } date, BirthDateInDoubt: not true } => born == date,
            { BirthDate: { } date } => Math.Abs(born.Year - date.Year) <= 1,
            { Age: { } age } => Math.Abs(AgeOn(foundOn, born) - age) <= 1,
            { AdultBecause: not null } => true,
            _ => AgeOn(foundOn, born) < Majority,
        };

    private static int AgeOn(DateOnly day, DateOnly born) => day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
}
