using System.Globalization;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>
/// A line of an anchor: a head of the chain, or a declared gap. Lines are numbered and each signature covers the one before it, so that none can be changed, moved,
/// repeated or dropped from between. Lines from before they were signed have a sequence number and a hash alone.
/// </summary>
/// <param name="Number">Of the line; 0 for one without a signature.</param>
/// <param name="Seq">The last entry of the head, or of the head that a restore brought back.</param>
/// <param name="Hash">In hexadecimal digits.</param>
/// <param name="RestoreId">Of a declared gap; null for a head.</param>
internal sealed record AnchorLine(long Number, long Seq, string Hash, DateTime? At, string? RestoreId, byte[] Mac, string Signed)
{
    private const string Head = "head";
    private const string Restored = "restored";
    private const string Time = "yyyy-MM-ddTHH:mm:ssZ";

    public bool IsSigned => Number > 0;

    public static AnchorLine OfHead(long number, long seq, string hash, DateTime at, byte[] before, JournalSigner signer) =>
        Make(number, $"{Head} {number} {seq} {hash} {Said(at)}", before, signer);

    public static AnchorLine OfRestore(long number, JournalRestore restore, byte[] before, JournalSigner signer) =>
        Make(
            number,
            $"{Restored} {number} {restore.ToSeq} {Convert.ToHexString(restore.ToHash)} {Said(restore.At)} {restore.Id:N} from {Uri.EscapeDataString(restore.File)} head-was {restore.HeadSeq} {Convert.ToHexString(restore.HeadHash)}",
            before,
            signer
        );

    private static AnchorLine Make(long number, string text, byte[] before, JournalSigner signer) =>
        Read($"{text} {Convert.ToHexString(MacOf(text, before, signer))}")
        ?? throw new InvalidOperationException($"Line {number} cannot be read back.");

    /// <summary>True while the line says what was signed, right behind the line with that signature.</summary>
    public bool Follows(byte[] before, JournalSigner signer) => signer.Holds(Mac, MacOf(Signed, before, signer));

    private static byte[] MacOf(string text, byte[] before, JournalSigner signer) =>
        signer.Of($"anchor|{Convert.ToHexString(before)}|{text}");

    public override string ToString() => IsSigned ? $"{Signed} {Convert.ToHexString(Mac)}" : Signed;

    /// <returns>Null for what is no line of an anchor: a torn or damaged one.</returns>
    public static AnchorLine? Read(string text)
    {
        var words = text.Split(' ');
        return words switch
        {
            [var seq, var hash] when NumberOf(seq) is { } s && IsHash(hash) => new(0, s, hash, null, null, [], text),
            [Head, var number, var seq, var hash, var at, var mac]
                when NumberOf(number) is { } n && NumberOf(seq) is { } s && IsHash(hash) && Moment(at) is { } moment && IsHash(mac) => new(
                n,
                s,
                hash,
                moment,
                null,
                Convert.FromHexString(mac),
                text[..^(mac.Length + 1)]
            ),
            [Restored, var number, var seq, var hash, var at, var id, "from", _, "head-was", _, _, var mac]
                when NumberOf(number) is { } n && NumberOf(seq) is { } s && IsHash(hash) && Moment(at) is { } moment && IsHash(mac) => new(
                n,
                s,
                hash,
                moment,
                id,
                Convert.FromHexString(mac),
                text[..^(mac.Length + 1)]
            ),
            _ => null,
        };
    }

    private static string Said(DateTime at) => at.ToString(Time, CultureInfo.InvariantCulture);

    private static long? NumberOf(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTime? Moment(string word) =>
        DateTime.TryParseExact(
            word,
            Time,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    private static bool IsHash(string word) => word.Length is 64 && word.All(char.IsAsciiHexDigit);
}
