using Registry.Basics;

namespace Registry.Children.Model;

/// <summary>Evidence that two records are, or are not, the same child.</summary>
internal enum DuplicateSign
{
    SamePin,
    SameForeignNumber,
    SameName,
    SimilarName,
    SameBirthDate,
    SameBirthYear,
    SameSex,
    SameGivenName,
    OtherPin,
    OtherPatronymic,
    OtherSex,
}

/// <summary>How likely two records are the same child, out of 100.</summary>
internal static class Likelihood
{
    /// <summary>From this score on, opening a card requires saying why it is another child.</summary>
    public const int Strong = 60;

    /// <summary>Lower scores are not shown.</summary>
    public const int Weak = 35;

    /// <param name="others">Other names and numbers of the other child.</param>
    public static (int Score, IReadOnlyList<DuplicateSign> Signs) Of(Identity a, Identity b, OtherNames? others = null)
    {
        var signs = new List<DuplicateSign>();
        var score = 0;
        void Add(bool holds, DuplicateSign sign, int points)
        {
            if (!holds)
                return;
            signs.Add(sign);
            score += points;
        }
        var bothPins = a.Pin.Has() && b.Pin.Has();
        var samePin = a.Pin.Has() && (a.Pin == b.Pin || others?.Pins.Contains(a.Pin) == true);
        Add(samePin, DuplicateSign.SamePin, 80);
        Add(
            WrittenNumber.Foreign(a.ForeignNumber) is { } foreign && foreign == WrittenNumber.Foreign(b.ForeignNumber),
            DuplicateSign.SameForeignNumber,
            50
        );
        var name = ComparedNames.Between(a, b, others);
        Add(name is NameLikeness.Same, DuplicateSign.SameName, 45);
        Add(name is NameLikeness.Similar, DuplicateSign.SimilarName, 35);
        Add(name is NameLikeness.OneWord, DuplicateSign.SimilarName, 20);
        Add(name is NameLikeness.GivenName, DuplicateSign.SameGivenName, 15);
        Add(a.BirthDate is { } x && x == b.BirthDate, DuplicateSign.SameBirthDate, 30);
        Add(a.BirthDate is { } y && y != b.BirthDate && y.Year == b.BirthDate?.Year, DuplicateSign.SameBirthYear, 5);
        Add(a.Sex is not null && a.Sex == b.Sex, DuplicateSign.SameSex, 5);
        Add(bothPins && !samePin, DuplicateSign.OtherPin, -25);
        Add(ComparedNames.PatronymicsDiffer(a, b), DuplicateSign.OtherPatronymic, -25);
        Add(a.Sex is { } one && b.Sex is { } other && one != other, DuplicateSign.OtherSex, -15);
        return (Math.Clamp(score, 0, 100), signs);
    }
}
