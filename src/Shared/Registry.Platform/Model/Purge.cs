using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>Why a subject's data are purged.</summary>
public enum PurgeGround
{
    /// <summary>[25.2] The subject turned 28.</summary>
    Turned28,

    /// <summary>The birth date is unknown or estimated; the authorised body decided on a day.</summary>
    Decided,

    /// <summary>[25.2] The subject turned 28; something spoke against the purge, and two people of the authorised body confirmed it.</summary>
    Confirmed,
}

/// <summary>The end of a subject's data and its certificate [25.2]: no personal data, only an id that leads nowhere any more.</summary>
[NoSubject("certificates: what was removed, never whose it was")]
[Registry.Platform.Rows.StaysWithCard("a certificate of what was purged")]
public sealed class Purge
{
    private Purge() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";

    /// <summary>Needed to purge again after an older backup was restored.</summary>
    public Guid SubjectId { get; private init; }
    public PurgeGround Ground { get; private init; }

    /// <summary>The day from which the data may no longer be kept.</summary>
    public DateOnly DueOn { get; private init; }
    public DateTime StartedAt { get; private init; }

    /// <summary>SHA-256 of the destroyed key, its first 16 hexadecimal digits; empty when there was none.</summary>
    public string KeyFingerprint { get; private init; } = "";
    public DateTime? CompletedAt { get; private set; }

    /// <summary>SHA-256 over everything that the certificate says.</summary>
    public byte[]? Hash { get; private set; }

    public static Purge Start(Guid subject, PurgeGround ground, DateOnly dueOn, string keyFingerprint, DateTime at)
    {
        var id = Ids.New();
        return new()
        {
            Id = id,
            Number = Registry.Basics.Time.DocumentNumber.Of("U-", id, at),
            SubjectId = subject,
            Ground = ground,
            DueOn = dueOn,
            StartedAt = Seconds(at),
            KeyFingerprint = keyFingerprint,
        };
    }

    public void Complete(IReadOnlyList<PurgeCount> counts, DateTime at)
    {
        CompletedAt = Seconds(at);
        Hash = HashOf(counts);
    }

    /// <summary>True while the certificate says what it said when it was made.</summary>
    public bool IsWhole(IReadOnlyList<PurgeCount> counts) => Hash is not null && HashOf(counts).AsSpan().SequenceEqual(Hash);

    private byte[] HashOf(IReadOnlyList<PurgeCount> counts)
    {
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{Number}|{SubjectId:N}|{Ground}|{DueOn:O}|{StartedAt:O}|{CompletedAt:O}|{KeyFingerprint}"
        );
        foreach (var count in counts.OrderBy(c => c.Store, StringComparer.Ordinal).ThenBy(c => c.What, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"|{count.Store}.{count.What}={count.Count}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // every database keeps whole seconds: what is hashed must come back
    private static DateTime Seconds(DateTime at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}

/// <summary>How many rows of a table were removed or made anonymous, written in the transaction that did it.</summary>
[NoSubject("counts of a certificate")]
public sealed class PurgeCount
{
    public Guid PurgeId { get; init; }
    public required string Store { get; init; }
    public required string What { get; init; }
    public int Count { get; init; }
}
