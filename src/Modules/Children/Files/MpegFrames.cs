namespace Registry.Children.Files;

/// <summary>MPEG layer III sound: contiguous frames, each with its length in its header (ISO 11172-3, 13818-3).</summary>
internal static class MpegFrames
{
    private const int Header = 4;

    /// <summary>Two bytes may look like a header by chance; this many consecutive headers do not.</summary>
    private const int FewestFrames = 3;

    /// <summary>kbit/s by the header's four bits, for version 1 and the later ones; 0: not allowed here.</summary>
    private static readonly int[] BitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] LowBitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] SampleRates = [44_100, 48_000, 32_000, 0];

    /// <returns>The sound as far as its frames go.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> sound)
    {
        var (end, count) = (0, 0);
        for (; LengthAt(sound[end..]) is { } length && end + length <= sound.Length; count++)
            end += length;
        return count >= FewestFrames ? sound[..end] : throw Cleaning.Refused("file.damaged");
    }

    /// <returns>Null where no frame begins.</returns>
    private static int? LengthAt(ReadOnlySpan<byte> sound)
    {
        if (sound.Length < Header || !FileFormats.IsMpegAudio(sound))
            return null;
        var version = (sound[1] >> 3) & 3; // 3: version 1, 2: version 2, 0: version 2.5
        var isFirst = version == 3;
        var bitRate = (isFirst ? BitRates : LowBitRates)[sound[2] >> 4] * 1000;
        var sampleRate =
            SampleRates[(sound[2] >> 2) & 3]
            >> (
                version switch
                {
                    3 => 0,
                    2 => 1,
                    _ => 2,
                }
            );
        if (version == 1 || bitRate == 0 || sampleRate == 0)
            return null;
        return ((isFirst ? 144 : 72) * bitRate / sampleRate) + ((sound[2] >> 1) & 1);
    }
}
