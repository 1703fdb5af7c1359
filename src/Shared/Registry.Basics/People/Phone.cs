namespace Registry.Basics.People;

/// <summary>Telephone numbers of Kyrgyzstan as people write them: +996 700 12-34-56, 0700 123456, 700123456.</summary>
public static class Phone
{
    /// <summary>Digits of a number without country and trunk prefix.</summary>
    private const int Length = 9;
    private const int Longest = 15;

    /// <summary>By which two spellings of one number are the same; null when it is no telephone number.</summary>
    public static string? Key(string? text)
    {
        if (text is null || text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '(' or ')' or '+' or '.' or '\u00a0')))
            return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is >= Length and <= Longest ? digits[^Length..] : null;
    }
}
