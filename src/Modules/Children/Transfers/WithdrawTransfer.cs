using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Transfers;

internal sealed record WithdrawTransferRequest(Guid Id);

/// <summary>The giver withdraws an unanswered offer.</summary>
internal sealed class WithdrawTransferEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<WithdrawTransferRequest, object?>
{
    public override void Configure()
    {
        Post("children/transfers/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawTransferRequest request, CancellationToken ct)
    {
        var transfer =
            await db.Transfers.FirstOrDefaultAsync(t => t.Id == request.Id && t.FromId == Caller.SpecialistId, ct)
            ?? throw DomainException.NotFound();
        HttpContext.Expect(transfer);
        transfer.Decide(TransferStatus.Withdrawn, null, time.Today(), await vault.OfAsync(transfer.ChildId, ct));
        await clock.LapseAsync(db, Step.AcceptTransfer, transfer.Id, LapseReason.RequestWithdrawn, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
