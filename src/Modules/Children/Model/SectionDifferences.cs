using System.Text.Json;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>One changed item, as JSON texts before and after.</summary>
internal sealed record ItemChange(string Item, string? Before, string? After);

/// <summary>Compares two versions of a section item by item. A missing entry, an empty list and an empty text are equal.</summary>
internal static class SectionDifferences
{
    /// <param name="before">Null before the first entry.</param>
    public static IReadOnlyList<ItemChange> Between(ICardSection? before, ICardSection after, SectionCode code)
    {
        var old = ItemsOf(before ?? SectionKind.Of(code).Nothing);
        var now = ItemsOf(after);
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Where(item => !old.TryGetValue(item, out var a) || !now.TryGetValue(item, out var b) || !JsonElement.DeepEquals(a, b))
                .Select(item => new ItemChange(item, TextOf(old, item), TextOf(now, item))),
        ];
    }

    private static Dictionary<string, JsonElement> ItemsOf(ICardSection section) =>
        Seal.Plain<object>(section).EnumerateObject().Where(p => Says(p.Value)).ToDictionary(p => p.Name, p => p.Value);

    private static bool Says(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Object => value.EnumerateObject().Any(),
            _ => true,
        };

    private static string? TextOf(Dictionary<string, JsonElement> items, string item) =>
        items.TryGetValue(item, out var value) ? (value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText()) : null;
}
