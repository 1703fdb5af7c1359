using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Transfers;

/// <param name="Remarks">Required when it is refused.</param>
internal sealed record DecideTransferRequest(Guid Id, bool Accept, string? Remarks = null);

internal sealed class DecideTransferValidator : Validator<DecideTransferRequest>
{
    public DecideTransferValidator()
    {
        RuleFor(r => r.Remarks).MaximumLength(SectionRules.LongText);
        RuleFor(r => r.Remarks).NotEmpty().When(r => !r.Accept);
    }
}

/// <summary>The specialist offered a case takes it over, with everything in its territory and the giver's open steps, or refuses.</summary>
internal sealed class DecideTransferEndpoint(
    ChildrenDbContext db,
    ISpecialists specialists,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideTransferRequest, object?>
{
    public override void Configure()
    {
        Post("children/transfers/{id}/decide");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideTransferRequest request, CancellationToken ct)
    {
        var transfer =
            await db.Transfers.FirstOrDefaultAsync(t => t.Id == request.Id && t.ToId == Caller.SpecialistId, ct)
            ?? throw DomainException.NotFound();
        // an access narrowed since the offer is not widened by it
        if (!Caller.Scope.Covers(transfer.ToTerritory))
            throw DomainException.NotFound();
        HttpContext.Expect(transfer);
        var status = request.Accept ? TransferStatus.Accepted : TransferStatus.Refused;
        transfer.Decide(status, request.Remarks, time.Today(), await vault.OfAsync(transfer.ChildId, ct));
        await clock.MeetAsync(db, Step.AcceptTransfer, transfer.Id, ct);
        if (request.Accept)
            await MoveAsync(transfer, ct);
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Transfer,
                transfer.Id,
                "",
                transfer.CaseId,
                transfer.ChildId,
                transfer.Number,
                transfer.FromId,
                request.Accept
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private async Task MoveAsync(Transfer transfer, CancellationToken ct)
    {
        var (child, to) = (transfer.ChildId, transfer.ToTerritory);
        (await db.Children.SingleAsync(c => c.Id == child, ct)).Move(to);
        await db.MoveMergedAsync(child, to, ct);
        var @case = await db.Cases.SingleAsync(c => c.Id == transfer.CaseId, ct);
        if (@case.IsClosed)
            throw new DomainException("case.closed");
        @case.Transfer(to, Caller);
        var holders = await specialists.HoldersThereAsync(to, time.Today(), ct);
        foreach (var open in await db.Deadlines.Where(d => d.ChildId == child && d.IsOpen).ToListAsync(ct))
            open.Move(to, open.GoesAlong(transfer.FromId, holders) ? open.ResponsibleId!.Value : Guid.Empty, transfer.ToId);
        await CaseRows.MoveAsync(db, child, to, withPlatform: true, ct);
        db.Publish(new CaseTransferred(transfer.CaseId, child, to, transfer.FromId, transfer.ToId, time.Today()), time);
    }
}
