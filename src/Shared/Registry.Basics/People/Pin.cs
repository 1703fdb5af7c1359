using System.Globalization;

namespace Registry.Basics.People;

/// <summary>Personal identification number: 14 digits S DDMMYYYY NNNNN, S in 0..2, a real date that is not in the future. No check digit is published.</summary>
public static class Pin
{
    public const int Length = 14;

    public static bool IsValid(string? pin, DateOnly today) => BirthDate(pin) is { } born && born <= today;

    /// <summary>The birth date inside the number; null when the number is not well formed.</summary>
    public static DateOnly? BirthDate(string? pin) =>
        pin is { Length: Length }
        && pin.All(char.IsAsciiDigit)
        && pin[0] is >= '0' and <= '2'
        && DateOnly.TryParseExact(pin.AsSpan(1, 8), "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            ? born
            : null;

    /// <summary>1 is female, 2 is male; anything else says nothing.</summary>
    public static Sex? SexOf(string pin) =>
        pin[0] switch
        {
            '1' => Sex.Female,
            '2' => Sex.Male,
            _ => null,
        };
}

public enum Sex
{
    Female,
    Male,
}
