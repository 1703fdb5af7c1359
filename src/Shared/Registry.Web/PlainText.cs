using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Registry.Web;

/// <summary>
/// Text that shows as it is: no control characters but tab and line end, no marks that turn the direction of writing, no characters that XML forbids, no half characters.
/// Refused on input, dropped from what leaves the Base as a file.
/// </summary>
public static class PlainText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\t' or '\n' or '\r')).Select(c => (char)c),
        '\u061C',
        '\u200E',
        '\u200F',
        .. Enumerable.Range(0x202A, 5).Select(c => (char)c),
        .. Enumerable.Range(0x2066, 4).Select(c => (char)c),
        '\uFFFE',
        '\uFFFF',
    ]);

    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Refused))
            return false;
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at < text.Length && at >= 0; at++)
            if (
                char.IsSurrogate(text[at])
                && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]) || ++at == text.Length)
            )
                return false;
        return true;
    }

    /// <summary>Without forbidden characters.</summary>
    public static string Of(string text)
    {
        if (Is(text))
            return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && !Refused.Contains(text[i]))
                kept.Append(text[i]);
        return kept.ToString();
    }

    /// <summary>Checks a request's value without making a text of it where it is plain ASCII, as files are.</summary>
    internal static bool Is(JsonValue value)
    {
        if (value.GetValueKind() is not JsonValueKind.String)
            return true;
        if (value.TryGetValue<JsonElement>(out var element) && IsAscii(JsonMarshal.GetRawUtf8Value(element)))
            return true;
        return Is(value.GetValue<string>());
    }

    private static bool IsAscii(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\') && !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
