using System.Globalization;

namespace Registry.Contracts;

/// <summary>
/// What the Base knows of a child as codes, the words that questions and rules are written in: <c>cause.violence</c>, <c>status.full-orphan</c>,
/// <c>age.9</c>, <c>need.housing</c>, <c>answer.attends.no</c>, <c>risk.high</c>.
/// </summary>
public static class Circumstances
{
    private const string Age = "age.";

    /// <summary>True when the term is among the known ones. A span of ages (<c>age.7-17</c>) also holds when the age is unknown: better than missing it.</summary>
    public static bool Holds(IReadOnlySet<string> known, string term)
    {
        if (!term.StartsWith(Age, StringComparison.Ordinal) || !term.Contains('-', StringComparison.Ordinal))
            return known.Contains(term);
        if (known.FirstOrDefault(k => k.StartsWith(Age, StringComparison.Ordinal)) is not { } age)
            return true;
        var span = term[Age.Length..].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var years = int.Parse(age[Age.Length..], CultureInfo.InvariantCulture);
        return years >= span[0] && years <= span[1];
    }
}
