using System.Text.Json;
using System.Xml.Linq;

namespace Registry.Integration.Registers.XRoad;

/// <summary>An answer as a tree of names and texts, whether it came as XML or as JSON; names without namespaces.</summary>
internal sealed record Node(string Name, string? Text, IReadOnlyList<Node> Children)
{
    public static Node Of(XElement element) =>
        element.HasElements
            ? new(element.Name.LocalName, null, [.. element.Elements().Select(Of)])
            : new(element.Name.LocalName, Blank(element.Value), []);

    public static Node Of(JsonElement value, string name = "") =>
        value.ValueKind switch
        {
            JsonValueKind.Object => new(name, null, [.. value.EnumerateObject().SelectMany(Members)]),
            JsonValueKind.Array => new(name, null, [.. value.EnumerateArray().Select(e => Of(e, "item"))]),
            JsonValueKind.Null or JsonValueKind.Undefined => new(name, null, []),
            JsonValueKind.String => new(name, Blank(value.GetString()), []),
            _ => new(name, value.GetRawText(), []),
        };

    /// <summary>Everything at a path such as <c>response/surname</c>; the node itself at the empty one.</summary>
    public IEnumerable<Node> At(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                (IEnumerable<Node>)[this],
                (nodes, step) => nodes.SelectMany(n => n.Children.Where(c => c.Name.Equals(step, StringComparison.OrdinalIgnoreCase)))
            );

    public bool IsEmpty => Text is null && Children.All(c => c.IsEmpty);

    // the members of a list carry the list's name, as repeated elements of XML do
    private static IEnumerable<Node> Members(JsonProperty property) =>
        property.Value.ValueKind is JsonValueKind.Array
            ? property.Value.EnumerateArray().Select(e => Of(e, property.Name))
            : [Of(property.Value, property.Name)];

    /// <summary>Without spaces and byte order marks around it.</summary>
    private static string? Blank(string? text) => text?.Trim().Trim('\ufeff').Trim() is { Length: > 0 } some ? some : null;
}
