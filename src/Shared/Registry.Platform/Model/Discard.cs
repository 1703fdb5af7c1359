using Registry.Basics;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

/// <summary>What can end as a dead letter.</summary>
public enum DeadLetterKind
{
    Event,
    Mail,
    Job,
}

/// <summary>A dead letter that an administrator discarded, and why; the reason is sealed under the Base's own key and forgotten after 30 days.</summary>
[Expires("reasons why an administrator put a dead letter away", "30 days", "platform.forget-handed-on")]
public sealed class Discard : ISealedRow
{
    public const int ReasonMaxLength = 500;
    private const string Purpose = "discard.reason";

    public Guid Id { get; init; }
    public DeadLetterKind Kind { get; init; }

    /// <summary>Id of the event or notice, key of the job.</summary>
    public required string Key { get; init; }

    /// <summary>Type of the event, kind of the notice, key of the job.</summary>
    public required string What { get; init; }

    [SealedAs(Purpose)]
    public required byte[] SealedReason { get; init; }
    public int SealNo { get; set; }
    public Guid By { get; init; }
    public DateTime At { get; init; }

    public static Discard Of((DeadLetterKind Kind, string Key, string What) letter, string reason, Seal seal, Guid by, DateTime at)
    {
        var id = Ids.New();
        return new()
        {
            Id = id,
            Kind = letter.Kind,
            Key = letter.Key,
            What = letter.What,
            SealedReason = seal.Close(new SealedAt(id), Purpose, reason.Trim()),
            By = by,
            At = at,
        };
    }

    public string Reason(Seal seal) => seal.Open<string>(this, Purpose, SealedReason);
}
