using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Registry.Basics;

/// <summary>The one spelling of an enum's values in JSON, in the database and on the screens: kebab-case.</summary>
public static class Codes
{
    public static string Code<T>(this T value)
        where T : struct, Enum => Of<T>.Codes[value];

    /// <summary>What the database stores: the code, or the number of an order (<see cref="RankAttribute"/>).</summary>
    public static object Stored(Enum value) => StoredValues.GetOrAdd(value, Make);

    private static readonly ConcurrentDictionary<Enum, object> StoredValues = new();

    private static object Make(Enum value) =>
        value.GetType().IsDefined(typeof(RankAttribute), inherit: false)
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <returns>Null for a code that there is not.</returns>
    public static T? Parse<T>(string? code)
        where T : struct, Enum => code is not null && Of<T>.Values.TryGetValue(code, out var value) ? value : null;

    /// <exception cref="FormatException">There is no such code.</exception>
    public static T Required<T>(string code)
        where T : struct, Enum => Parse<T>(code) ?? throw new FormatException($"{typeof(T).Name} has no such code.");

    /// <summary>Each once, in their order, separated by commas.</summary>
    public static string Join<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(',', values.Distinct().Order().Select(v => v.Code()));

    /// <exception cref="FormatException">There is no such code.</exception>
    public static IReadOnlyList<T> Split<T>(string codes)
        where T : struct, Enum => [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Required<T>)];

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Codes = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        public static readonly Dictionary<string, T> Values = Codes.ToDictionary(p => p.Value, p => p.Key);
    }
}

/// <summary>An enum that is an order: the database compares and sorts it, and stores its number instead of its code.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class RankAttribute : Attribute;
