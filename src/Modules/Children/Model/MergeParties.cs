using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <param name="Decided">The authorised body's decision, if the other card lies in another district.</param>
internal sealed record Parties(Child Kept, Child Other, Merge? Decided);

/// <summary>The two cards this caller may merge.</summary>
internal static class MergeParties
{
    private static readonly IReadOnlyList<Step> Pending =
    [
        Step.DecideEnding,
        Step.AcceptTransfer,
        Step.AnswerCaseRequest,
        Step.SettleNumberConflict,
    ];

    /// <exception cref="DomainException">404; <c>case.voided</c>; <c>merge.same-card</c>, <c>merge.other-unknown</c> at <c>otherId</c>.</exception>
    public static async Task<Parties> PartiesAsync(this ChildrenDbContext db, Guid kept, Guid other, Caller caller, CancellationToken ct)
    {
        var child = await db.RegisteredAsync(kept, caller.Scope, ct);
        if (kept == other)
            throw new DomainException("merge.same-card", 409, "otherId");
        var decided = await db.Merges.FirstOrDefaultAsync(
            m => m.State == MergeState.Decided && m.ChildId == kept && m.OtherId == other,
            ct
        );
        // the decision opens the other district's card to the keeping holder; a sealed record stays hidden
        var found =
            await db
                .Children.Within(decided is null ? caller.Scope : DataScope.Republic)
                .FirstOrDefaultAsync(c => c.Id == other && c.State == ChildState.Registered, ct)
            ?? throw new DomainException("merge.other-unknown", 409, "otherId");
        return new(child, found, decided);
    }

    /// <summary>Pending decisions about either card come first.</summary>
    /// <exception cref="DomainException"><c>merge.decision-pending</c></exception>
    public static async Task RequireNothingPendingAsync(this ChildrenDbContext db, Parties parties, CancellationToken ct)
    {
        var both = new[] { parties.Kept.Id, parties.Other.Id };
        if (
            await db.Deadlines.AnyAsync(d => both.Contains(d.ChildId) && d.IsOpen && Pending.Contains(d.Step), ct)
            || await db.Confirmations.AnyAsync(
                c =>
                    both.Contains(c.ChildId)
                    && c.State == Registry.Platform.Model.ConfirmationState.Requested
                    && c.Decision != Decision.MergeAcrossDistricts,
                ct
            )
        )
            throw new DomainException("merge.decision-pending");
    }
}
