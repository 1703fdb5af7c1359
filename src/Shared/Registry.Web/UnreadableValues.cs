using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FluentValidation.Results;

namespace Registry.Web;

/// <summary>
/// Takes out of a request the values that cannot be read (nothing where a day belongs, a word where a number belongs), so that all are reported at once,
/// together with what the validator finds in the rest.
/// </summary>
internal static class UnreadableValues
{
    /// <param name="members">The request; an unreadable value is replaced by its type's empty one.</param>
    /// <returns>A failure for each value taken out.</returns>
    public static List<ValidationFailure> Take(JsonObject members, Type type)
    {
        var found = new List<ValidationFailure>();
        Take(members, type, "", found);
        return found;
    }

    private static void Take(JsonObject members, Type type, string path, List<ValidationFailure> found)
    {
        foreach (var property in JsonRules.Options.GetTypeInfo(type).Properties)
        {
            if (!members.TryGetPropertyValue(property.Name, out var value) || value is null)
                continue;
            var (at, kind) = (path + property.Name, property.PropertyType);
            if (value is JsonObject inner && KindOf(kind) is JsonTypeInfoKind.Object)
                Take(inner, kind, at + ".", found);
            else if (value is JsonArray items && ElementOf(kind) is { } element && KindOf(element) is JsonTypeInfoKind.Object)
                foreach (var (i, item) in items.Index())
                {
                    if (item is JsonObject one)
                        Take(one, element, $"{at}[{i}].", found);
                }
            else if (value is JsonValue scalar && kind.IsValueType && !CanBeRead(scalar, kind))
            {
                found.Add(new(at, null) { ErrorCode = IsMissing(scalar, kind) ? "field.required" : "field.wrong-format" });
                members[property.Name] = JsonSerializer.SerializeToNode(Activator.CreateInstance(kind), kind, JsonRules.Options);
            }
        }
    }

    private static JsonTypeInfoKind KindOf(Type type) => JsonRules.Options.GetTypeInfo(type).Kind;

    private static Type? ElementOf(Type type) =>
        KindOf(type) is JsonTypeInfoKind.Enumerable ? JsonRules.Options.GetTypeInfo(type).ElementType : null;

    private static bool CanBeRead(JsonValue value, Type type)
    {
        try
        {
            value.Deserialize(type, JsonRules.Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsMissing(JsonValue value, Type type) =>
        Nullable.GetUnderlyingType(type) is null && value.TryGetValue<string>(out var text) && text.Length == 0;
}
