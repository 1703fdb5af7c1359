using System.Text.Json;
using System.Text.Json.Serialization;

namespace Registry.Basics;

/// <summary>JSON in the Base's own columns: enums as their <see cref="Codes"/>.</summary>
public static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}
