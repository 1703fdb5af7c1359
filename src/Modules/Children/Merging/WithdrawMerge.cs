using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Children.Merging;

internal sealed record WithdrawMergeRequest(Guid Id);

/// <summary>The requester withdraws the question whether two cards are one child's, decided or not, as long as nothing was merged.</summary>
internal sealed class WithdrawMergeEndpoint(ChildrenDbContext db, SecondPerson second, StatutoryClock clock)
    : ApiEndpoint<WithdrawMergeRequest, object?>
{
    public override void Configure()
    {
        Post("children/merges/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawMergeRequest request, CancellationToken ct)
    {
        // the other district may keep the card: the requester can withdraw all the same
        var own = db.Children.Within(Caller.Scope).Where(c => c.State != ChildState.Merged);
        var merge =
            await db.Merges.FirstOrDefaultAsync(
                m =>
                    m.Id == request.Id
                    && (own.Any(c => c.Id == m.ChildId) || (m.AskedBy == Caller.SpecialistId && own.Any(c => c.Id == m.OtherId))),
                ct
            ) ?? throw DomainException.NotFound();
        HttpContext.Expect(merge);
        if (merge.State is MergeState.Asked)
        {
            second.Withdraw((await SecondPerson.FindOpenAsync(db, Decision.MergeAcrossDistricts, merge.Id, ct))!, Caller);
            merge.Decide(MergeState.Withdrawn, merge.AskedOn!.Value, Caller.SpecialistId);
        }
        else if (merge.State is MergeState.Decided && merge.AskedBy != Caller.SpecialistId)
            throw DomainException.NotFound();
        else
            merge.TakeBack();
        await clock.LapseAsync(db, Step.DecideMerge, merge.Id, LapseReason.RequestWithdrawn, ct);
        await clock.LapseAsync(db, Step.MergeCards, merge.Id, LapseReason.RequestWithdrawn, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
