using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

public enum ConfirmationState
{
    Requested,
    Confirmed,
    Refused,
    Withdrawn,
}

/// <summary>What a confirmation is about.</summary>
/// <param name="AboutId">The record that the act changes.</param>
/// <param name="ChildId">The child it concerns: its purge takes the row along.</param>
/// <param name="Number">Of the case or signal, as people say it.</param>
public sealed record ConfirmationSubject(Guid AboutId, Guid ChildId, string Number, string Territory);

/// <summary>Why it is requested, to be sealed for one of the purposes of a confirmation.</summary>
public sealed record ConfirmationReason(string Purpose, string Reason, Seal Seal);

/// <summary>A far-reaching act that one person requested with a reason and another confirms or refuses. At most one is open about the same record.</summary>
public sealed class Confirmation : IVersioned, ITerritorial, ICaseRow, ISealedRow, IAttested
{
    private Confirmation() { }

    public Guid Id { get; private init; }

    [Attested]
    public Decision Decision { get; private init; }

    [Attested]
    public Guid AboutId { get; private init; }

    [Attested]
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    [Attested]
    public ConfirmationState State { get; private set; }

    /// <summary>The requesting specialist.</summary>
    [Attested]
    public Guid RequestedBy { get; private init; }

    [Attested]
    public DateTime RequestedAt { get; private init; }

    /// <summary>Why, sealed by the requesting module under the child's key.</summary>
    [SealedAs("void.reason", "no-assessment", "purge.reason", "merge.reason", "day-found")]
    public byte[] SealedReason { get; private init; } = [];
    public int SealNo { get; set; }

    [Attested]
    public Guid? DecidedBy { get; private set; }

    [Attested]
    public DateTime? DecidedAt { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    internal static Confirmation Request(Decision decision, ConfirmationSubject about, ConfirmationReason why, Guid by, DateTime at)
    {
        var id = Ids.New();
        return new()
        {
            Id = id,
            Decision = decision,
            AboutId = about.AboutId,
            ChildId = about.ChildId,
            Number = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            RequestedBy = by,
            RequestedAt = at,
            SealedReason = why.Seal.Close(new SealedAt(id), why.Purpose, why.Reason),
            Version = Ids.New(),
        };
    }

    public string ReasonBy(Seal seal, string purpose) => seal.Open<string>(this, purpose, SealedReason);

    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    internal void Decide(ConfirmationState to, Guid by, DateTime at)
    {
        if (State is not ConfirmationState.Requested)
            throw new DomainException("confirmation.decided");
        (State, DecidedBy, DecidedAt) = (to, by, at);
    }

    /// <summary>The request has no object any more: the case it is about ended.</summary>
    public void CallOff(DateTime at)
    {
        if (State is ConfirmationState.Requested)
            (State, DecidedAt) = (ConfirmationState.Withdrawn, at);
    }
}
