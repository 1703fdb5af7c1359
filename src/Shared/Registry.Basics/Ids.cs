using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Registry.Basics;

/// <summary>Makes identifiers.</summary>
public static class Ids
{
    private const int MostAMillisecond = 0xFFF;
    private static readonly Lock Turn = new();
    private static long _millisecond;
    private static int _count;

    /// <summary>
    /// A version 7 UUID: sorts by creation time, so that rows land at the end of an index. Those of one process sort in the order in which they were made,
    /// even within a millisecond: events of one commit keep their order.
    /// </summary>
    public static Guid New()
    {
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id[8..]);
        var (millisecond, count) = Next(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(id, millisecond << 16 | 0x7000L | (long)count);
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return new(id, bigEndian: true);
    }

    /// <summary>The same, named for what is bound to it in the same expression.</summary>
    public static Guid New(out Guid id) => id = New();

    private static (long Millisecond, int Count) Next(long now)
    {
        lock (Turn)
        {
            // a clock set back by more than a second is believed
            if (now > _millisecond || now < _millisecond - 1_000)
                (_millisecond, _count) = (now, 0);
            else if (++_count > MostAMillisecond)
                (_millisecond, _count) = (_millisecond + 1, 0);
            return (_millisecond, _count);
        }
    }

    /// <summary>An unguessable identifier, for what is a secret by itself.</summary>
    public static Guid Random() => new(RandomNumberGenerator.GetBytes(16));
}
