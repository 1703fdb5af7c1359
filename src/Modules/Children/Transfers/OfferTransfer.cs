using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Transfers;

/// <param name="Id">The child.</param>
/// <param name="To">A holder of the territory.</param>
internal sealed record OfferTransferRequest(Guid Id, Guid To, string Territory, string Reason);

internal sealed record OfferTransferResponse(Guid Id, DateOnly DueOn);

internal sealed class OfferTransferValidator : Validator<OfferTransferRequest>
{
    public OfferTransferValidator()
    {
        RuleFor(r => r.To).NotEmpty();
        RuleFor(r => r.Territory).NotEmpty().MaximumLength(Soate.Length);
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Offers a case to another specialist: the child moved, or the work is redistributed. Nothing changes until it is accepted.</summary>
internal sealed class OfferTransferEndpoint(
    ChildrenDbContext db,
    ISpecialists specialists,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<OfferTransferRequest, OfferTransferResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/transfers");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("offer to hand a case over that nobody has decided");
    }

    public override async Task HandleAsync(OfferTransferRequest request, CancellationToken ct)
    {
        var @case = await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        await db.HoldAsync(request.Id, ct);
        if (await db.Transfers.AnyAsync(t => t.CaseId == @case.Id && t.Status == TransferStatus.Offered, ct))
            throw new DomainException("transfer.offered-already");
        if (request.To == @case.ResponsibleId)
            throw new DomainException("transfer.to-the-same", 409, "to");
        if ((await specialists.HoldersOfAsync(request.Territory, time.Today(), ct)).All(h => h.Id != request.To))
            throw new DomainException("transfer.no-holder-there", 409, "to");
        var seal = await vault.OfAsync(request.Id, ct);
        var name = (await db.Children.AsNoTracking().SingleAsync(c => c.Id == request.Id, ct)).NameBy(seal);
        var transfer = Transfer.Offer(@case, request.To, request.Territory, request.Reason, name, seal, time.Today());
        db.Add(transfer);
        await db.AnswerByOfferAsync(clock, @case.Id, request.To, Caller.SpecialistId, time.Today(), ct);
        var about = new DeadlineSubject(transfer.Id, @case.Number, @case.ChildId, request.Territory, request.To);
        var due = await clock.StartAsync(db, terms.AcceptTransfer, time.Today(), about, ct);
        db.Publish(
            new DecisionAwaited(
                DecisionAbout.Transfer,
                transfer.Id,
                "",
                @case.Id,
                @case.ChildId,
                @case.Number,
                request.Territory,
                request.To
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/cards/{request.Id}/transfers", new(transfer.Id, due.DueOn), transfer.Version);
    }
}
