using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Access;
using Registry.Web;

namespace Registry.Institutions.Placements;

internal sealed record LinkSiblingRequest(Guid Id, Guid SiblingId);

internal sealed class LinkSiblingValidator : Validator<LinkSiblingRequest>
{
    public LinkSiblingValidator() => RuleFor(r => r.SiblingId).NotEmpty().NotEqual(r => r.Id).WithErrorCode("sibling.not-oneself");
}

/// <summary>Records that two children of the Base are siblings, so that it shows when they live apart; both must lie in the caller's scope.</summary>
internal sealed class LinkSiblingEndpoint(InstitutionsDbContext db, ICases cases, TimeProvider time)
    : ApiEndpoint<LinkSiblingRequest, object?>
{
    public override void Configure()
    {
        Post("institutions/siblings/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
    }

    public override async Task HandleAsync(LinkSiblingRequest request, CancellationToken ct)
    {
        await db.HoldBothAsync(request.Id, request.SiblingId, ct);
        await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        if (await cases.AnyCaseAsync(request.SiblingId, ct) is not { } sibling || !Caller.Scope.Covers(sibling.Territory))
            throw new DomainException("sibling.unknown", 400, "siblingId");
        if (!await db.Siblings.AnyAsync(s => s.ChildId == request.Id && s.SiblingId == request.SiblingId, ct))
            foreach (var (one, other) in new[] { (request.Id, request.SiblingId), (request.SiblingId, request.Id) })
                db.Add(
                    new SiblingLink
                    {
                        ChildId = one,
                        SiblingId = other,
                        By = Caller.SpecialistId,
                        At = time.Utc(),
                    }
                );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
