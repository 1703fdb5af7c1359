using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.CaseRequests;

/// <param name="Because">The reason; in a conflict, how the number came to be entered wrongly.</param>
internal sealed record WithdrawCaseRequestRequest(Guid Id, string Because);

internal sealed class WithdrawCaseRequestValidator : Validator<WithdrawCaseRequestRequest>
{
    public WithdrawCaseRequestValidator() => RuleFor(r => r.Because).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>The requester withdraws a request for a case, or concedes in a conflict that the number was wrong on their side.</summary>
internal sealed class WithdrawCaseRequestEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock, ICases cases, TimeProvider time)
    : ApiEndpoint<WithdrawCaseRequestRequest, object?>
{
    public override void Configure()
    {
        Post("children/case-requests/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawCaseRequestRequest request, CancellationToken ct)
    {
        var asked =
            await db
                .CaseRequests.Within(DataScope.Republic)
                .FirstOrDefaultAsync(r => r.Id == request.Id && r.RequestedBy == Caller.SpecialistId, ct)
            ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        HttpContext.JournalAbout(asked.ChildId);
        var seal = await vault.OfAsync(asked.ChildId, ct);
        if (asked.Status is CaseRequestStatus.Conflict)
        {
            asked.Settle(NumberSettling.WrongThere, request.Because, Caller.SpecialistId, time.Today(), seal);
            await clock.MeetAsync(db, Step.SettleNumberConflict, asked.Id, ct);
        }
        else
        {
            asked.Withdraw(request.Because, Caller.SpecialistId, time.Today(), seal);
            await clock.LapseAsync(db, Step.AnswerCaseRequest, asked.Id, LapseReason.RequestWithdrawn, ct);
        }
        var holder = await cases.ResponsibleAsync(asked.ChildId, ct);
        db.Publish(new CaseRequestWithdrawn(asked.Id, asked.CaseId, asked.ChildId, asked.Number, holder), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
