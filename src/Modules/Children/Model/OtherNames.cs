using Registry.Basics.People;

namespace Registry.Children.Model;

/// <summary>
/// Whatever else a child is found by: names and numbers it had before or that a report gave it, its parents' and relatives' names, their
/// telephones. Sealed under the child's key.
/// </summary>
internal sealed record OtherNames(
    IReadOnlyList<string> Former,
    IReadOnlyList<string> Pins,
    IReadOnlyList<string> Parents,
    IReadOnlyList<string> Phones
)
{
    public const string Purpose = "child.other-names";
    private const int Most = 20;

    public static readonly OtherNames None = new([], [], [], []);

    public bool IsEmpty => Former.Count + Pins.Count + Parents.Count + Phones.Count == 0;

    /// <summary>The words of the names, each with its kind.</summary>
    public IEnumerable<(NameWord Word, MatchKind Kind)> Words(Dictionary<string, NameForm>? forms = null) =>
        Former
            .SelectMany(name => NameWord.Of(name, forms).Select(w => (w, MatchKind.OtherName)))
            .Concat(Parents.SelectMany(name => NameWord.Of(name, forms).Select(w => (w, MatchKind.ParentName))));

    /// <summary>The replaced name and number are kept, unless they add nothing.</summary>
    public OtherNames Renamed(Identity? before, Identity now)
    {
        var others = before is null ? this : CalledToo(before.FullName, now);
        return before?.Pin is { Length: > 0 } pin && pin != now.Pin ? others with { Pins = Added(others.Pins, pin) } : others;
    }

    /// <summary>A report used this name for the child, and gave a contact telephone.</summary>
    public OtherNames Reported(SignalContents signal, Identity now)
    {
        var others = CalledToo(signal.Child.ShortName, now);
        if (signal.Child.Pin is { Length: > 0 } pin && pin != now.Pin)
            others = others with { Pins = Added(others.Pins, pin) };
        // a reporter who wants to stay unnamed cannot be found by their telephone either
        return !signal.Reporter.Anonymous && Phone.Key(signal.Reporter.Phone) is { } phone
            ? others with
            {
                Phones = Added(others.Phones, phone),
            }
            : others;
    }

    /// <summary>What a child without a card is found by: the data in the report that names it.</summary>
    public static OtherNames Of(SignalContents report) =>
        None.Reported(report, report.Child.AsIdentity()).With(new Relatives(List: report.Relatives));

    /// <summary>The relatives currently on the card; siblings are children in their own right.</summary>
    public OtherNames With(Relatives? relatives)
    {
        var list = relatives?.List ?? [];
        return this with
        {
            Parents = [.. list.Where(r => r.Relation is not ("brother" or "sister")).Select(r => r.FullName).Take(Most)],
            Phones = [.. Phones.Concat(list.Select(r => Phone.Key(r.Phone)).OfType<string>()).Distinct().Take(Most)],
        };
    }

    /// <summary>The card that became part of this one is found by its names and numbers too.</summary>
    public OtherNames Merged(Identity? identity, OtherNames others, Identity now)
    {
        var all = others.Former.Append(identity?.FullName ?? "").Aggregate(this, (names, name) => names.CalledToo(name, now));
        foreach (var pin in others.Pins.Append(identity?.Pin).Where(p => p is { Length: > 0 } && p != now.Pin))
            all = all with { Pins = Added(all.Pins, pin!) };
        return all with
        {
            Parents = [.. all.Parents.Concat(others.Parents).Distinct(StringComparer.Ordinal).Take(Most)],
            Phones = [.. all.Phones.Concat(others.Phones).Distinct(StringComparer.Ordinal).Take(Most)],
        };
    }

    private OtherNames CalledToo(string name, Identity now)
    {
        var words = NameKey.Words(name);
        return words.Count == 0 || words.All(NameKey.Words(now.FullName).Contains) ? this : this with { Former = Added(Former, name) };
    }

    private static IReadOnlyList<string> Added(IReadOnlyList<string> list, string text) =>
        [.. list.Append(text).Distinct(StringComparer.Ordinal).TakeLast(Most)];
}
