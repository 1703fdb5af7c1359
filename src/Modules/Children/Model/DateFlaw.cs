using System.Globalization;

namespace Registry.Children.Model;

/// <summary>What is wrong with a date, and in which field of the entry. The texts for the codes are in Texts/*.json.</summary>
/// <param name="Field">Name of the field inside its part of the form.</param>
/// <param name="OfFound">It concerns the day found; otherwise the birth date.</param>
/// <param name="Impossible">No reason can justify it: the date itself must change.</param>
internal sealed record DateFlaw(string Code, string Field, bool OfFound, bool Impossible)
{
    /// <summary>The values used in the text: formatted days and ages.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; private init; } = new Dictionary<string, object?>();

    public static readonly DateFlaw FoundInFuture = Found("signal.found-in-future", "foundOn", impossible: true);
    public static readonly DateFlaw FoundTooEarly = Found("signal.found-too-early", "foundOn", impossible: true);
    public static readonly DateFlaw FoundBeforeBorn = Found("signal.found-before-born", "foundOn", impossible: true);
    public static readonly DateFlaw FoundLongAgo = Found("signal.found-long-ago", "lateBecause");
    public static readonly DateFlaw BornInFuture = Birth("child.born-in-future", impossible: true);
    public static readonly DateFlaw BornTooEarly = Birth("child.born-too-early", impossible: true);
    public static readonly DateFlaw BornAfterFound = Birth("child.born-after-found", impossible: true);
    public static readonly DateFlaw TooOld = Birth("child.too-old", impossible: true);
    public static readonly DateFlaw PinTellsOtherwise = Birth("child.pin-tells-otherwise");
    public static readonly DateFlaw AgeTellsOtherwise = Birth("child.age-tells-otherwise");
    public static readonly DateFlaw Adult = Birth("child.adult") with { Field = "adultBecause" };

    /// <summary>All possible flaws.</summary>
    public static readonly IReadOnlyList<DateFlaw> All =
    [
        FoundInFuture,
        FoundTooEarly,
        FoundBeforeBorn,
        FoundLongAgo,
        BornInFuture,
        BornTooEarly,
        BornAfterFound,
        TooOld,
        PinTellsOtherwise,
        AgeTellsOtherwise,
        Adult,
    ];

    private static DateFlaw Found(string code, string field, bool impossible = false) => new(code, field, OfFound: true, impossible);

    private static DateFlaw Birth(string code, bool impossible = false) => new(code, "birthDate", OfFound: false, impossible);

    public DateFlaw With(params (string Name, object Value)[] values) =>
        this with
        {
            Values = values.ToDictionary(v => v.Name, v => (object?)(v.Value is DateOnly day ? Shown(day) : v.Value)),
        };

    private static string Shown(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
