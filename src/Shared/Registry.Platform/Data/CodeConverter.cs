using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Registry.Basics;

namespace Registry.Platform.Data;

/// <summary>Stores an enum as its code.</summary>
public sealed class CodeConverter<T>() : ValueConverter<T, string>(value => value.Code(), code => Codes.Required<T>(code))
    where T : struct, Enum;

/// <summary>Conditions on columns that hold codes, for statements of our own and filtered indexes.</summary>
public static class CodeSql
{
    /// <summary>The column holds one of these; valid on both providers.</summary>
    public static string Is<T>(string column, params ReadOnlySpan<T> values)
        where T : struct, Enum => values is [var one] ? $"{column} = {Text(one)}" : $"{column} IN ({List(values)})";

    /// <inheritdoc cref="Is"/>
    public static string IsNot<T>(string column, params ReadOnlySpan<T> values)
        where T : struct, Enum => values is [var one] ? $"{column} <> {Text(one)}" : $"{column} NOT IN ({List(values)})";

    /// <summary>The code as a literal.</summary>
    public static string Text<T>(T value)
        where T : struct, Enum => $"'{value.Code()}'";

    private static string List<T>(ReadOnlySpan<T> values)
        where T : struct, Enum
    {
        var codes = new List<string>(values.Length);
        foreach (var value in values)
            codes.Add(Text(value));
        return string.Join(", ", codes);
    }
}
