using System.Text.Json;

namespace Registry.Basics;

/// <summary>The one spelling of an enum's values in JSON, in the database and on the screens: kebab-case.</summary>
public static class Codes
{
    public static string Code<T>(this T value)
        where T : struct, Enum => Of<T>.Codes[value];

    /// <returns>Null for a code that there is not.</returns>
    public static T? Parse<T>(string? code)
        where T : struct, Enum => code is not null && Of<T>.Values.TryGetValue(code, out var value) ? value : null;

    /// <exception cref="FormatException">There is no such code.</exception>
    public static T Required<T>(string code)
        where T : struct, Enum => Parse<T>(code) ?? throw new FormatException($"{typeof(T).Name} has no such code.");

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Codes = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        public static readonly Dictionary<string, T> Values = Codes.ToDictionary(p => p.Value, p => p.Key);
    }
}
