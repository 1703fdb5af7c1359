using System.Globalization;
using System.Text.Json;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>The values of a field that registers can fill, as text; several if the field is in a list.</summary>
internal static class CardFields
{
    /// <param name="field">The item's name; in a list <c>relative.mother</c>, and <c>relative.brother.2</c> for the second of its kind.</param>
    public static IEnumerable<string> Values(ICardSection? section, string field)
    {
        var code = field.Split('.').ElementAtOrDefault(1);
        return section switch
        {
            Relatives r => (r.List ?? []).Where(x => x.Relation == code).Select(Of),
            Payments p => (p.List ?? []).Where(x => x.Received && x.Kind == code).Select(Of),
            Property p => (p.List ?? []).Where(x => x.Kind == code).Select(x => x.Description),
            Documents d => (d.List ?? []).Where(x => x.Kind == code).Select(Of),
            Further f => f.Values?.GetValueOrDefault(field) is { Length: > 0 } value ? [value] : [],
            null => [],
            _ => Single(section, field),
        };
    }

    public static string Of(Relative r) => Joined(r.FullName, Iso(r.BirthDate));

    public static string Of(Payment p) => p.Until is null ? $"{Iso(p.Since)} –" : $"{Iso(p.Since)} – {Iso(p.Until)}";

    public static string Of(Document d) => Joined(d.Number, Iso(d.IssuedOn), d.IssuedBy);

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An item as the API writes it: text, a day, a code, true or false.</summary>
    private static IEnumerable<string> Single(ICardSection section, string field)
    {
        var contents = JsonSerializer.SerializeToElement(section, section.GetType(), JsonRules.Options);
        return !contents.TryGetProperty(field, out var value) ? []
            : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [value.GetRawText()]
            : value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? [text]
            : [];
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
