namespace Registry.Children.Files;

/// <summary>Drops the tags before and after the sound (ID3v2, APEv2, ID3v1) and anything else that is not a sound frame.</summary>
internal static class Mp3
{
    private const int Id3Header = 10;
    private const int Id3v1 = 128;
    private const int ApeFooter = 32;

    public static byte[] Clean(byte[] content)
    {
        var sound = content.AsSpan();
        while (sound.Length > Id3Header && sound.StartsWith("ID3"u8))
        {
            var hasFooter = (sound[5] & 0x10) != 0;
            var size = Id3Header + ((sound[6] << 21) | (sound[7] << 14) | (sound[8] << 7) | sound[9]) + (hasFooter ? Id3Header : 0);
            if (size > sound.Length)
                throw Cleaning.Refused("file.damaged");
            sound = sound[size..];
        }
        // encoders leave empty bytes between the tag and the first frame
        sound = sound.TrimStart((byte)0);
        if (sound.Length > Id3v1 && sound[^Id3v1..].StartsWith("TAG"u8))
            sound = sound[..^Id3v1];
        if (sound.Length > ApeFooter && sound[^ApeFooter..].StartsWith("APETAGEX"u8))
        {
            // the size counts the footer, and a header is as long as the footer
            var size = BitConverter.ToInt32(sound[^20..^16]);
            var hasHeader = (BitConverter.ToUInt32(sound[^12..^8]) & 0x80000000) != 0;
            var whole = (long)size + (hasHeader ? ApeFooter : 0);
            if (size < ApeFooter || whole > sound.Length)
                throw Cleaning.Refused("file.damaged");
            sound = sound[..^(int)whole];
        }
        return MpegFrames.Of(sound).ToArray();
    }
}
