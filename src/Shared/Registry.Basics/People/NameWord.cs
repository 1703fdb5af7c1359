using System.Collections.Frozen;

namespace Registry.Basics.People;

/// <summary>A word at its place in a name.</summary>
/// <param name="OfParent">уулу or кызы followed: it names the parent.</param>
/// <param name="Optional">A lone у or к: an initial, or уулу or кызы shortened; it need not be found.</param>
public readonly record struct NameWord(NameForm Form, bool OfParent = false, bool Optional = false)
{
    /// <summary>Whose child somebody is, in full and shortened, in Kyrgyz and Uzbek; folded.</summary>
    private static readonly FrozenSet<string> Particles = new[]
    {
        "улу",
        "ули",
        "ул",
        "кизи",
        "киз",
        "огли",
        "угли",
        "оглу",
        "огл",
    }.ToFrozenSet();

    /// <summary>It was made of another name, so another form of that name matches it.</summary>
    public bool IsDerived => OfParent || Form.IsDerived;

    /// <summary>The words of a name; уулу and кызы say whose child it is, not its name, and are left out.</summary>
    /// <param name="forms">Names that match share words: each is folded once.</param>
    public static List<NameWord> Of(string? name, Dictionary<string, NameForm>? forms = null)
    {
        var words = new List<NameWord>(4);
        var text = name ?? "";
        for (var at = 0; at < text.Length; )
        {
            if (!NameText.IsOfWord(text[at]))
            {
                at++;
                continue;
            }
            var from = at;
            while (at < text.Length && NameText.IsOfWord(text[at]))
                at++;
            Add(words, FormOf(text[from..at], forms));
        }
        return words;
    }

    private static void Add(List<NameWord> words, NameForm form)
    {
        if (form.Key.Length == 0)
            return;
        var isParticle = Particles.Contains(form.Key);
        if (isParticle && words is [.., var parent])
            words[^1] = parent with { OfParent = true };
        else if (!isParticle)
            words.Add(new(form, Optional: words.Count > 0 && form.Key is "у" or "к"));
    }

    private static NameForm FormOf(string text, Dictionary<string, NameForm>? forms)
    {
        if (forms is null)
            return new(text);
        if (!forms.TryGetValue(text, out var form))
            forms[text] = form = new(text);
        return form;
    }
}
