using System.Globalization;
using Registry.Integration.Model;
using Registry.Integration.Registers.XRoad;

namespace Registry.Integration.Registers;

/// <summary>An answer read by its mapping: facts under our names and in our codes.</summary>
internal sealed class Mapped
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    public bool IsEmpty => _facts.Count == 0;

    public string? Text(string field) => _facts.GetValueOrDefault(field);

    public DateOnly? Day(string field) =>
        _facts.TryGetValue(field, out var text) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public bool Yes(string field) => _facts.GetValueOrDefault(field) is "true";

    public IReadOnlyDictionary<string, string> Facts => _facts;

    /// <summary>One entry for each repeated part of the answer, or one in all.</summary>
    /// <param name="unmapped">Collects <c>field: code</c> of unmapped codes, and <c>field</c> of dates in another format.</param>
    public static List<Mapped> Read(Node body, ServiceMapping mapping, ICollection<string> unmapped)
    {
        var items = mapping.Items is { Length: > 0 } path ? body.At(path) : [body];
        return [.. items.Select(item => Item(item, mapping.Fields, unmapped)).Where(m => !m.IsEmpty)];
    }

    private static Mapped Item(Node item, IReadOnlyList<FieldPart> fields, ICollection<string> unmapped)
    {
        var mapped = new Mapped();
        foreach (var field in fields)
        {
            var text = string.Join(' ', item.At(field.Path).Select(n => n.Text).OfType<string>());
            if (text.Length == 0)
                continue;
            if (Ours(field, text) is { } value)
                // several paths of one field follow each other: surname, name, patronymic
                mapped._facts[field.Field] = mapped._facts.TryGetValue(field.Field, out var before) ? $"{before} {value}" : value;
            else
                unmapped.Add(field.Codes is null ? field.Field : $"{field.Field}: {Shown(text)}");
        }
        return mapped;
    }

    private static string? Ours(FieldPart field, string text)
    {
        if (field.Codes is { Length: > 0 } codes)
            return Codes(codes).GetValueOrDefault(text);
        if (!Ports.Dates.Contains(field.Field))
            return text;
        return RegisterDay.Of(text, field.Date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static Dictionary<string, string> Codes(string codes) =>
        codes
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Last()[1].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A code is short; a longer text is not a code and is not repeated.</summary>
    private static string Shown(string text)
    {
        const int longestCode = 20;
        return text.Length <= longestCode ? text : "…";
    }
}
