namespace Registry.Basics.People;

/// <summary>
/// All that a word of a name may be found by: its key, its sounds (spellings that no single key unites: ө heard as о or е, ә as а or е, Latin x as х or кс) and the root
/// that its derived forms share: Асанов, Асанбаев, Асан уулу, Асан кызы, Асанович.
/// </summary>
public sealed class NameForm
{
    private const int ShortestRoot = 3;
    private const int MostSounds = 4;

    // as they sound, the longer one first
    private static readonly string[] Endings =
    [
        "овна",
        "евна",
        "ович",
        "евич",
        "огли",
        "огло",
        "кизи",
        "ова",
        "ева",
        "оло",
        "ов",
        "ев",
        "оф",
        "еф",
    ];
    private readonly string _plain;
    private string[]? _sounds;
    private string? _root;
    private string? _stem;

    public NameForm(string text)
    {
        Text = text;
        _plain = NameKey.Plain(text);
        Key = NameKey.FoldPlain(_plain);
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>As <see cref="NameKey.Fold"/> makes it.</summary>
    public string Key { get; }

    /// <summary>What it may sound like, the likeliest first: keys in which о and у are one letter.</summary>
    public IReadOnlyList<string> Sounds => _sounds ??= SoundsOf(_plain);

    /// <summary>The sound without the ending that makes a surname or patronymic of it.</summary>
    public string Root => _root ??= Shortened(WithoutEnding(Sounds[0]));

    /// <summary>The root without -бай: what Асанбаев and Асанов share.</summary>
    public string Stem => _stem ??= StemOf(WithoutEnding(Sounds[0]));

    /// <summary>It has the ending of a surname or patronymic.</summary>
    public bool IsDerived => WithoutEnding(Sounds[0]).Length < Sounds[0].Length;

    public static NameForm Joined(NameForm first, NameForm second) => new(first.Text + second.Text);

    /// <summary>One of its sounds is one of the other's.</summary>
    public bool SoundsLike(NameForm other)
    {
        foreach (var sound in Sounds)
        foreach (var heard in other.Sounds)
            if (sound == heard)
                return true;
        return false;
    }

    private static string[] SoundsOf(string plain)
    {
        List<string> spellings = [plain];
        Read("ө", "о", "е");
        Read("ё", "е", "о");
        Read("yo", "е", "о", "йо");
        Read("x", "х", "кс");
        Read("ә", "а", "е");
        // the first may be heard otherwise than the rest: Толеген is Төлөгөн, Мамет is Мәмәт
        ReadFirstApart('ө', 'о', 'е');
        ReadFirstApart('ә', 'а', 'е');
        // Юсуп and Жусуп, Якуб and Жакып
        if (plain.Length > 2 && plain is ['ю' or 'я', ..])
            spellings.Add((plain[0] is 'ю' ? "жу" : "жа") + plain[1..]);
        else if (plain.Length > 3 && plain is ['y', 'u' or 'a', ..])
            spellings.Add('j' + plain[1..]);
        if (WithSoftJ(plain) is var soft && soft != plain)
            spellings.Add(soft);
        return spellings.Count == 1
            ? [Sound(NameKey.FoldPlain(plain))]
            : [.. spellings.Select(s => Sound(NameKey.FoldPlain(s))).Distinct(StringComparer.Ordinal).Take(MostSounds)];

        void ReadFirstApart(char letter, char first, char rest)
        {
            var at = plain.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0 && plain.LastIndexOf(letter) > at)
                spellings.Insert(1, $"{plain[..at]}{first}{plain[(at + 1)..].Replace(letter, rest)}");
        }

        void Read(string letter, params string[] heard)
        {
            if (plain.Contains(letter, StringComparison.Ordinal))
                spellings = [.. heard.SelectMany(h => spellings.Select(s => s.Replace(letter, h, StringComparison.Ordinal)))];
        }
    }

    /// <summary>The Latin j of Ajgul and Sergej.</summary>
    private static string WithSoftJ(string plain)
    {
        if (!plain.Contains('j', StringComparison.Ordinal))
            return plain;
        static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
        return string.Concat(
            plain.Select(
                (c, i) => c is 'j' && i > 0 && IsVowel(plain[i - 1]) && (i + 1 == plain.Length || !IsVowel(plain[i + 1])) ? 'y' : c
            )
        );
    }

    private static string Sound(string key)
    {
        if (!key.Contains('у', StringComparison.Ordinal))
            return key;
        Span<char> sound = key.Length <= 256 ? stackalloc char[key.Length] : new char[key.Length];
        var count = 0;
        foreach (var c in key)
        {
            var heard = c is 'у' ? 'о' : c;
            if (count == 0 || sound[count - 1] != heard)
                sound[count++] = heard;
        }
        return new string(sound[..count]);
    }

    private static string WithoutEnding(string sound)
    {
        foreach (var ending in Endings)
            if (sound.Length >= ending.Length + ShortestRoot && sound.EndsWith(ending, StringComparison.Ordinal))
                // сулуу, beautiful, ends many a girl's name
                return ending is "оло" && sound.EndsWith("соло", StringComparison.Ordinal) ? sound : sound[..^ending.Length];
        return sound switch
        {
            { Length: > 5 } when sound.EndsWith("ски", StringComparison.Ordinal) => sound[..^1],
            { Length: > 7 } when sound.EndsWith("скаиа", StringComparison.Ordinal) => sound[..^3],
            _ => sound,
        };
    }

    private static string Shortened(string root)
    {
        var length = root.Length;
        while (length > ShortestRoot && root[length - 1] is 'а' or 'е' or 'и' or 'о')
            length--;
        return root[..length];
    }

    private string StemOf(string root) =>
        root.Length >= 3 + ShortestRoot && root.EndsWith("баи", StringComparison.Ordinal) ? Shortened(root[..^3])
        : IsDerived && root.Length >= 2 + ShortestRoot && root.EndsWith("ба", StringComparison.Ordinal) ? Shortened(root[..^2])
        : Shortened(root);
}
