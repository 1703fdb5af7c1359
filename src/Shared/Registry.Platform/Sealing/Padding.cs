namespace Registry.Platform.Sealing;

/// <summary>
/// Spaces behind a JSON text, which JSON parsers skip: the length of a seal would reveal a name's length, or distinguish one cause from another. Short texts fill the same place, long
/// ones are rounded up.
/// </summary>
internal static class Padding
{
    private const int Short = 128;
    private const int Long = 1024;

    public static byte[] Of(byte[] json)
    {
        var step = json.Length <= Long ? Short : Long;
        var length = (json.Length + step - 1) / step * step;
        if (length == json.Length)
            return json;
        var padded = new byte[length];
        json.CopyTo(padded, 0);
        padded.AsSpan(json.Length).Fill((byte)' ');
        return padded;
    }
}
