using Registry.Basics.People;

namespace Registry.Children.Model;

/// <summary>How a typed word matched a name.</summary>
internal enum MatchKind
{
    Exact,
    OtherSpelling,
    Beginning,
    TypingError,
    Pin,
    BirthDate,

    /// <summary>Another form of the same name: Асанов, Асан уулу, Асанович.</summary>
    OtherForm,

    /// <summary>A former name, or one that a report used.</summary>
    OtherName,
    ParentName,
    Phone,
    NameUnknown,
    CaseNumber,
    SignalNumber,
    PaperNumber,

    /// <summary>A personal or passport number issued by another state.</summary>
    ForeignNumber,
}

/// <summary>Why a child was found: «Омурбек = Өмүрбек».</summary>
internal sealed record Match(string Typed, string Found, MatchKind Kind);

/// <summary>How similar two words are, from 0 to 1, and in what way.</summary>
internal readonly record struct Likeness(double Score, MatchKind Kind)
{
    private const double Exact = 1.0;
    private const double SameKey = 0.97;
    private const double SameSound = 0.95;
    private const double SameRoot = 0.92;
    private const double SameStem = 0.86;
    private const double Beginning = 0.85;
    private const double BeginningSound = 0.83;
    private const double OneError = 0.75;
    private const double ErrorInRoot = 0.7;
    private const double ErrorInBeginning = 0.66;

    /// <summary>Typed Марат, found Мурат: as likely another person as a typo.</summary>
    private const double OtherKnownName = 0.45;

    /// <summary>Typos are considered only in words of at least this many letters.</summary>
    internal const int ShortestWithError = 3;
    private const int ShortestBeginningWithError = 4;

    /// <summary>From this score on it is the same word, in another spelling or form.</summary>
    public const double Same = 0.9;

    public static readonly Likeness None = default;

    public bool Holds => Score > 0;

    public static Likeness Of(NameWord typed, NameWord found)
    {
        var (one, other) = (typed.Form, found.Form);
        if (one.Key == other.Key && typed.OfParent && !found.IsDerived)
            return new(SameRoot, MatchKind.OtherForm);
        if (one.Key == other.Key)
            return string.Equals(one.Text, other.Text, StringComparison.OrdinalIgnoreCase)
                ? new(Exact, MatchKind.Exact)
                : new(SameKey, MatchKind.OtherSpelling);
        if (one.SoundsLike(other))
            return new(SameSound, MatchKind.OtherSpelling);
        if (typed.IsDerived || found.IsDerived)
        {
            if (one.Root == other.Root)
                return new(SameRoot, MatchKind.OtherForm);
            if (one.Stem == other.Stem)
                return new(SameStem, MatchKind.OtherForm);
        }
        if (other.Key.StartsWith(one.Key, StringComparison.Ordinal))
            return new(Beginning, MatchKind.Beginning);
        foreach (var sound in one.Sounds)
        foreach (var heard in other.Sounds)
            if (heard.StartsWith(sound, StringComparison.Ordinal))
                return new(BeginningSound, MatchKind.Beginning);
        return WithError(typed, found);
    }

    private static Likeness WithError(NameWord typed, NameWord found)
    {
        var (one, other) = (typed.Form, found.Form);
        var best = None;
        foreach (var sound in one.Sounds)
        foreach (var heard in other.Sounds)
        {
            if (sound.Length < ShortestWithError)
                continue;
            var score =
                NameKey.OneErrorApart(sound, heard) ? OneError
                : sound.Length >= ShortestBeginningWithError
                && NameKey.OneErrorApart(sound, heard.AsSpan(0, Math.Min(heard.Length, sound.Length)))
                    ? ErrorInBeginning
                : 0;
            if (score > best.Score)
                best = new(score, MatchKind.TypingError);
        }
        if (best.Score < ErrorInRoot && (typed.IsDerived || found.IsDerived) && ErrorInRoots(one, other))
            best = new(ErrorInRoot, MatchKind.TypingError);
        return best.Holds && KnownNames.AreTwo(one, other) ? best with { Score = OtherKnownName } : best;
    }

    private static bool ErrorInRoots(NameForm one, NameForm other) =>
        Math.Min(one.Root.Length, other.Root.Length) >= ShortestWithError && NameKey.OneErrorApart(one.Root, other.Root);
}
