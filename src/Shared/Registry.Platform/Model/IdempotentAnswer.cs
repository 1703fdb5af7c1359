using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

/// <summary>
/// The first answer to an Idempotency-Key, sealed, kept for a day and given again to a repeated call. That something was made, and where, is kept as long as the draft of a form that may
/// be sent again.
/// </summary>
[Expires("sealed answers to calls that may be repeated", "a day; that something was made, 31 days", "platform.forget-idempotent-answers")]
public sealed class IdempotentAnswer : ISealedRow
{
    public const string Purpose = "idempotent-answer";

    public Guid AccountId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of role, scope, method, path and body: another request under the same key is refused (422).</summary>
    public required byte[] RequestHash { get; init; }
    public int Status { get; init; }
    public string? Location { get; init; }
    public string? ETag { get; init; }

    [SealedAs(Purpose)]
    public required byte[] SealedBody { get; init; }

    /// <summary>The answer itself has gone: what it made is still known.</summary>
    public bool IsForgotten => SealedBody.Length == 0;
    public int SealNo { get; set; }

    /// <summary>Ids of the children whose seals were opened for the answer, divided by commas: it goes with them.</summary>
    public string? Subjects { get; init; }
    public DateTime At { get; init; }

    Guid ISealedRow.Id => RowOf(AccountId, Key);

    public static Guid RowOf(Guid account, string key) => SealedAt.RowOf($"{account:N} {key}");
}
