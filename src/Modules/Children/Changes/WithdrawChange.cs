using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Changes;

internal sealed record WithdrawChangeRequest(Guid Id, string Reason);

internal sealed class WithdrawChangeValidator : Validator<WithdrawChangeRequest>
{
    public WithdrawChangeValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>A change was registered in error: it stays in the list with the reason, and nothing is owed for it.</summary>
internal sealed class WithdrawChangeEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<WithdrawChangeRequest, object?>
{
    public override void Configure()
    {
        Post("children/changes/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawChangeRequest request, CancellationToken ct)
    {
        var change =
            await db.Changes.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(change);
        change.Withdraw(request.Reason, time.Today(), await vault.OfAsync(change.ChildId, ct));
        await clock.LapseAsync(db, Step.EnterChange, change.Id, LapseReason.ChangeWithdrawn, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
