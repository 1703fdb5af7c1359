using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>One call: who did or read what about whom, from where, with what outcome. Ids and codes only; a reason is sealed by its author's module.</summary>
[NoSubject("who did what: ids and codes, kept to answer for it [28]")]
public sealed class JournalEntry
{
    public long Seq { get; private init; }
    public DateTime At { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? BodyId { get; init; }

    /// <summary>Code of the role; text like <see cref="Kind"/>, so that verifying reads an entry whatever was written into it.</summary>
    public string? Role { get; init; }

    /// <summary>Name of the use case, such as <c>RegisterSignal</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Code of the <see cref="JournalKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>HTTP status of the answer; refusals (401, 403, 404) are entries like any other.</summary>
    public int Outcome { get; init; }

    /// <summary>The case, signal, account… that the call named.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>Children whose seals were opened for the answer: 16 bytes each.</summary>
    public byte[]? Opened { get; init; }
    public string? Ip { get; init; }

    /// <summary>Of calls that share one entry: how many they were, the last of them, and what they requested, a line each (<c>AnonymousRefusals</c>).</summary>
    public int? Count { get; init; }
    public DateTime? Until { get; init; }
    public string? Paths { get; init; }

    /// <summary>
    /// Feeds the entry into the hash of its block; every stored column counts. What was fed never changes: a column of later days is fed behind the others, begun by
    /// a number that is no <see cref="Seq"/> (-1), and only where it holds a value.
    /// </summary>
    internal void AppendTo(IncrementalHash hash)
    {
        Span<byte> number = stackalloc byte[8];
        Number(Seq, number);
        Number(At.Ticks, number);
        Number(Outcome, number);
        Text(AccountId?.ToString("N"));
        Text(BodyId?.ToString("N"));
        Text(Role);
        Text(Action);
        Text(Kind);
        Text(AboutId?.ToString("N"));
        Bytes(Opened);
        Text(Ip);
        if (Count is not null || Until is not null || Paths is not null)
        {
            Number(-1, number);
            Number(Count ?? -1, number);
            Number(Until?.Ticks ?? -1, number);
            Text(Paths);
        }

        void Number(long value, Span<byte> into)
        {
            BinaryPrimitives.WriteInt64BigEndian(into, value);
            hash.AppendData(into);
        }
        void Text(string? value) => Bytes(value is null ? null : Encoding.UTF8.GetBytes(value));
        void Bytes(byte[]? value)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, value?.Length ?? -1);
            hash.AppendData(length);
            if (value is not null)
                hash.AppendData(value);
        }
    }
}
