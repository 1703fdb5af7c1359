using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

/// <summary>A link of the chain: the hash over the previous link and all entries since it. Never rewritten.</summary>
[NoSubject("hashes")]
public sealed class JournalBlock
{
    /// <summary>The last entry of the block; blocks are ordered by it.</summary>
    public long LastSeq { get; init; }

    /// <summary>The block before this one, 0 for the first; unique, so that of two hosts sealing at once one is refused.</summary>
    public long PreviousSeq { get; init; }
    public int Count { get; init; }
    public required byte[] Hash { get; init; }
    public DateTime At { get; init; }

    /// <summary>Over all of it, with a key that no database knows.</summary>
    public byte[] Mac { get; set; } = [];

    internal byte[] Sign(JournalSigner signer) =>
        signer.Of($"block|{PreviousSeq}|{LastSeq}|{Count}|{Convert.ToHexString(Hash)}|{At.Ticks}");
}

/// <summary>Seals the blocks of a day, or of the days since the last one: the hash over the previous day's and those of its blocks.</summary>
[NoSubject("hashes")]
public sealed class JournalDay
{
    /// <summary>The last block of the day.</summary>
    public long LastSeq { get; init; }

    /// <summary>The last block of the day before, 0 for the first; unique.</summary>
    public long PreviousSeq { get; init; }

    /// <summary>In Bishkek.</summary>
    public DateOnly Day { get; init; }
    public int Blocks { get; init; }
    public required byte[] Hash { get; init; }
    public byte[] Mac { get; set; } = [];

    internal byte[] Sign(JournalSigner signer) =>
        signer.Of($"day|{PreviousSeq}|{LastSeq}|{Day.DayNumber}|{Blocks}|{Convert.ToHexString(Hash)}");
}

/// <summary>A declared gap: a backup was restored, and what was journalled after it is gone. Signed, so that no gap is declared without the key.</summary>
[NoSubject("names of backup files and hashes")]
public sealed class JournalRestore
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }

    /// <summary>Name of the backup, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The head that the backup brought back.</summary>
    public long ToSeq { get; init; }
    public required byte[] ToHash { get; init; }

    /// <summary>The last head that was known before.</summary>
    public long HeadSeq { get; init; }
    public required byte[] HeadHash { get; init; }
    public byte[] Mac { get; set; } = [];

    internal byte[] Sign(JournalSigner signer) =>
        signer.Of($"restore|{Id:N}|{At.Ticks}|{ToSeq}|{Convert.ToHexString(ToHash)}|{HeadSeq}|{Convert.ToHexString(HeadHash)}|{File}");
}
