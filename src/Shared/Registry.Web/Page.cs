using System.Text;
using System.Text.Json;

namespace Registry.Web;

/// <summary>A page of a list in keyset order.</summary>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cursors hold the sort values of the last row seen, never an offset: lists stay fast and do not skip rows.</summary>
public static class Cursor
{
    public const int DefaultSize = 25;
    public const int LargestSize = 100;

    public static string Of<T>(T position) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(position)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <exception cref="RequestException">The cursor was not made here.</exception>
    public static T? Read<T>(string? cursor)
        where T : class
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            var base64 = cursor.Replace('-', '+').Replace('_', '/');
            return JsonSerializer.Deserialize<T>(
                Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')))
            );
        }
        catch (Exception problem) when (problem is FormatException or JsonException or DecoderFallbackException)
        {
            throw new RequestException("cursor", "field.wrong-format");
        }
    }

    /// <summary>Cuts a page from rows that were read with one more than fits.</summary>
    public static Page<TItem> Cut<TRow, TItem, TPosition>(
        List<TRow> rows,
        int size,
        Func<TRow, TItem> item,
        Func<TRow, TPosition> position
    ) => new([.. rows.Take(size).Select(item)], rows.Count > size ? Of(position(rows[size - 1])) : null);

    public static int Size(int? asked) => Math.Clamp(asked ?? DefaultSize, 1, LargestSize);
}
