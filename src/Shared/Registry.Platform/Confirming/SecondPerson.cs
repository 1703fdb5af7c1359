using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Confirming;

/// <summary>
/// The one place where a second person is required: never the requester, whatever account they use, and only a role whose
/// body takes such decisions.
/// </summary>
public sealed class SecondPerson(IDeciders deciders, TimeProvider time)
{
    /// <exception cref="DomainException"><c>decision.same-person</c>, <c>decision.wrong-body</c> or <c>decision.reset-lately</c>, 403.</exception>
    public async Task RequireAsync(Decision decision, Caller caller, IReadOnlyCollection<Guid> askedBy, CancellationToken ct)
    {
        var problem = await deciders.ProblemAsync(decision, caller.SpecialistId, caller.Role, askedBy, ct);
        if (problem is DeciderProblem.SamePerson)
            throw new DomainException("decision.same-person", 403);
        if (problem is DeciderProblem.WrongBody)
            throw new DomainException("decision.wrong-body", 403);
        if (problem is DeciderProblem.ResetLately)
            throw new DomainException("decision.reset-lately", 403);
    }

    /// <summary>Records the request for an act; it happens only when another person confirms it.</summary>
    /// <exception cref="DomainException"><c>confirmation.requested-already</c></exception>
    public async Task<Confirmation> RequestAsync(
        ModuleDbContext db,
        Decision decision,
        ConfirmationSubject about,
        ConfirmationReason why,
        Caller by,
        CancellationToken ct
    )
    {
        // a filtered unique index rejects the second of two concurrent ones
        await db.BeginWriteAsync(ct);
        if (await FindOpenAsync(db, decision, about.AboutId, ct) is not null)
            throw new DomainException("confirmation.requested-already");
        var confirmation = Confirmation.Request(decision, about, why, by.SpecialistId, time.Utc());
        db.Confirmations.Add(confirmation);
        return confirmation;
    }

    public static Task<Confirmation?> FindOpenAsync(ModuleDbContext db, Decision decision, Guid aboutId, CancellationToken ct) =>
        db.Confirmations.FirstOrDefaultAsync(
            c => c.Decision == decision && c.AboutId == aboutId && c.State == ConfirmationState.Requested,
            ct
        );

    /// <summary>Another person confirms or refuses; the caller carries out the request in the same transaction.</summary>
    /// <exception cref="DomainException">As <see cref="RequireAsync"/>, or <c>confirmation.decided</c>.</exception>
    public async Task DecideAsync(Confirmation confirmation, bool confirm, Caller by, CancellationToken ct)
    {
        await RequireAsync(confirmation.Decision, by, [confirmation.RequestedBy], ct);
        confirmation.Decide(confirm ? ConfirmationState.Confirmed : ConfirmationState.Refused, by.SpecialistId, time.Utc());
    }

    /// <summary>The request cannot be carried out any more: the facts have changed. No one decided.</summary>
    public static void Void(Confirmation confirmation, TimeProvider time) =>
        confirmation.Decide(ConfirmationState.Withdrawn, confirmation.RequestedBy, time.Utc());

    /// <summary>The requester withdraws it.</summary>
    /// <exception cref="DomainException">404 for anybody else; <c>confirmation.decided</c>.</exception>
    public void Withdraw(Confirmation confirmation, Caller by)
    {
        if (confirmation.RequestedBy != by.SpecialistId)
            throw DomainException.NotFound();
        confirmation.Decide(ConfirmationState.Withdrawn, by.SpecialistId, time.Utc());
    }
}
