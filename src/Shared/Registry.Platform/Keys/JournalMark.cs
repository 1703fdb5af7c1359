using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Keys;

/// <summary>How far the journal and its anchors had come: kept in the key store, apart from the data, so that who cuts both is found out.</summary>
[NoSubject("how far the journal and its anchors had come")]
public sealed class JournalMark
{
    /// <summary>The head of the chain.</summary>
    internal const string Head = "head";

    /// <summary>The last day that was sealed.</summary>
    internal const string LastDay = "day";

    /// <summary>The last head up to which everything was found whole; <see cref="Number"/> counts the entries before it.</summary>
    internal const string Verified = "verified";

    /// <summary>Of an anchor: <see cref="Number"/> is its last line's, <see cref="LineMac"/> that line's signature.</summary>
    internal static string Of(string anchor) => $"anchor {anchor}";

    public required string Name { get; init; }
    public long Number { get; set; }
    public long Seq { get; set; }
    public byte[] Hash { get; set; } = [];
    public byte[] LineMac { get; set; } = [];
    public DateTime At { get; set; }
    public byte[] Mac { get; set; } = [];

    internal bool Holds(JournalSigner signer) => signer.Holds(Mac, Sign(signer));

    internal byte[] Sign(JournalSigner signer) =>
        signer.Of($"mark|{Name}|{Number}|{Seq}|{Convert.ToHexString(Hash)}|{Convert.ToHexString(LineMac)}|{At.Ticks}");
}
