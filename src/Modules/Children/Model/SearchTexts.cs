using System.Globalization;
using Registry.Basics;
using Registry.Basics.People;

namespace Registry.Children.Model;

/// <summary>
/// The texts whose hashes are a child's tokens: each word of its names, folded by sound, whole, its prefixes and its forms with one letter
/// left out (for typos), the stem shared by derived names, words of one part joined, numbers, telephones and birth date.
/// </summary>
internal static class SearchTexts
{
    public const int ShortestPrefix = 2;
    public const int LongestPrefix = 8;

    /// <summary>The token of a child whose name is unknown.</summary>
    public const string NoName = "u:";

    public static IEnumerable<string> Of(Identity identity, OtherNames others)
    {
        string?[] own = [identity.Surname, identity.Name, identity.Patronymic];
        if (own.All(string.IsNullOrWhiteSpace))
            yield return NoName;
        foreach (var text in own.Concat(others.Former).Concat(others.Parents).SelectMany(OfName))
            yield return text;
        foreach (var pin in others.Pins.Append(identity.Pin).Where(p => p is { Length: > 0 }))
            yield return Number(pin!);
        if (WrittenNumber.Foreign(identity.ForeignNumber) is { } foreign)
            yield return Foreign(foreign);
        foreach (var phone in others.Phones)
            yield return Telephone(phone);
        if (identity.BirthDate is { } born)
            yield return Born(born);
    }

    private static IEnumerable<string> OfName(string? name)
    {
        var words = NameWord.Of(name);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var text in Whole(words[i].Form).Concat(Beginnings(words[i].Form)).Concat(Forms(words[i])))
                yield return text;
            yield return Stem(words[i].Form);
            if (i == 0)
                continue;
            var joined = NameForm.Joined(words[i - 1].Form, words[i].Form);
            foreach (var text in Whole(joined).Concat(Beginnings(joined)))
                yield return text;
        }
    }

    public static string Number(string pin) => $"n:{pin}";

    /// <param name="key">See <see cref="WrittenNumber.Foreign"/>.</param>
    public static string Foreign(string key) => $"x:{key}";

    public static string Telephone(string key) => $"t:{key}";

    public static string Born(DateOnly day) => "b:" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Tokens of names with this exact word.</summary>
    public static IEnumerable<string> Whole(NameForm word) => word.Sounds.Select(s => $"w:{s}");

    /// <summary>Tokens of names with a word that starts with this one.</summary>
    public static IEnumerable<string> Beginning(NameForm word) =>
        word.Sounds.Select(s => $"p:{(s.Length > LongestPrefix ? s[..LongestPrefix] : s)}");

    /// <summary>Tokens of words one typo away, also as a prefix, of other forms of the same name, and of words joined with their neighbour.</summary>
    public static IEnumerable<string> Near(IReadOnlyList<NameWord> words, int at)
    {
        var word = words[at];
        IEnumerable<string> near = [.. Beginning(word.Form), .. Forms(word), Stem(word.Form)];
        if (at > 0)
            near = near.Concat(Beginning(NameForm.Joined(words[at - 1].Form, word.Form)));
        if (at + 1 < words.Count)
            near = near.Concat(Beginning(NameForm.Joined(word.Form, words[at + 1].Form)));
        return near.Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Beginnings(NameForm word) =>
        word.Sounds.SelectMany(s =>
            Enumerable.Range(ShortestPrefix, Math.Max(0, Math.Min(s.Length, LongestPrefix) - ShortestPrefix + 1)).Select(n => $"p:{s[..n]}")
        );

    private static string Stem(NameForm word) => $"r:{word.Stem}";

    /// <summary>A word and its root with one letter left out: two words one typo apart share a form.</summary>
    private static IEnumerable<string> Forms(NameWord word) =>
        word.IsDerived ? word.Form.Sounds.Append(word.Form.Root).SelectMany(Forms) : word.Form.Sounds.SelectMany(Forms);

    private static IEnumerable<string> Forms(string word)
    {
        if (word.Length < Likeness.ShortestWithError)
            yield break;
        yield return $"f:{word}";
        for (var i = 0; i < word.Length; i++)
            yield return $"f:{word.Remove(i, 1)}";
    }
}
