using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.CaseRequests;

/// <param name="WrongAt">Where the number was entered wrongly: a conflict to settle. Null refuses; to agree, offer the case to the requester.</param>
/// <param name="Remarks">The reason, shown to the requester.</param>
internal sealed record AnswerCaseRequestRequest(Guid Id, string Remarks, WrongNumberAt? WrongAt = null);

internal sealed class AnswerCaseRequestValidator : Validator<AnswerCaseRequestRequest>
{
    public AnswerCaseRequestValidator()
    {
        RuleFor(r => r.Remarks).NotEmpty().MaximumLength(SectionRules.LongText);
        RuleFor(r => r.WrongAt).IsInEnum();
    }
}

/// <summary>The holder of a requested case refuses, or states that one of the two cards has a wrong number.</summary>
internal sealed class AnswerCaseRequestEndpoint(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    ICases cases,
    TimeProvider time
) : ApiEndpoint<AnswerCaseRequestRequest, object?>
{
    public override void Configure()
    {
        Post("children/case-requests/{id}/answer");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(AnswerCaseRequestRequest request, CancellationToken ct)
    {
        var asked =
            await db.CaseRequests.Within(Caller.Scope).FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        HttpContext.JournalAbout(asked.ChildId);
        asked.Answer(request.WrongAt, request.Remarks, Caller.SpecialistId, time.Today(), await vault.OfAsync(asked.ChildId, ct));
        await clock.MeetAsync(db, Step.AnswerCaseRequest, asked.Id, ct);
        if (request.WrongAt is not null)
        {
            // the number is on this card: its holder must say whose it is
            var responsible = await cases.ResponsibleAsync(asked.ChildId, ct);
            var about = new DeadlineSubject(asked.Id, asked.Number, asked.ChildId, asked.Territory, responsible);
            asked.OweBy((await clock.StartAsync(db, terms.SettleNumberConflict, time.Today(), about, ct)).DueOn);
        }
        db.TellAsker(asked, time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
