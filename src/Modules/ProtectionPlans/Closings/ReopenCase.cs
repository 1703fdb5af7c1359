using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Closings;

internal sealed record ReopenCaseRequest(Guid Id, string Reason);

internal sealed class ReopenCaseValidator : Validator<ReopenCaseRequest>
{
    public ReopenCaseValidator()
    {
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(4_000);
    }
}

/// <summary>Reopens an ended case, because the child is in a difficult situation again or the end was wrong [11.5].</summary>
internal sealed class ReopenCaseEndpoint(ProtectionPlansDbContext db, ICases cases, Vault vault, TimeProvider time)
    : ApiEndpoint<ReopenCaseRequest, object?>
{
    public override void Configure()
    {
        Post("closings/{id}/reopen");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ReopenCaseRequest request, CancellationToken ct)
    {
        var closing =
            await db.Closings.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(closing);
        var about = await cases.AnyCaseInScopeAsync(closing.ChildId, Caller, ct);
        if (closing.Status is not ClosingStatus.Consented || !about.IsClosed)
            throw new DomainException("closing.not-ended");
        closing.Reopen(request.Reason, await vault.OfAsync(closing.ChildId, ct));
        db.Publish(new CaseReopened(closing.CaseId, closing.ChildId, time.Today(), Caller.SpecialistId), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
