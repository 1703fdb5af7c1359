using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.CaseRequests;

/// <param name="Pin">The right number of the card that had the contested one; null while unknown.</param>
/// <param name="BeingClarified">It is not known yet whose the number is: the card keeps it with a mark, and the other child may have it too.</param>
internal sealed record SettleNumberConflictRequest(Guid Id, string Because, string? Pin = null, bool BeingClarified = false);

internal sealed class SettleNumberConflictValidator : Validator<SettleNumberConflictRequest>
{
    public SettleNumberConflictValidator()
    {
        RuleFor(r => r.Because).NotEmpty().MaximumLength(SectionRules.LongText);
        RuleFor(r => r.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.BirthDate(pin) is not null).WithErrorCode("pin.wrong-format");
    }
}

/// <summary>The holder of the card with a contested number corrects it, or marks it as under clarification; kept in the card's history [17.1, 14.2].</summary>
internal sealed class SettleNumberConflictEndpoint(
    ChildrenDbContext db,
    SectionWriter book,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<SettleNumberConflictRequest, object?>
{
    /// <summary>Why the card has no number now.</summary>
    private const string BeingFoundOut = "being-found-out";

    public override void Configure()
    {
        Post("children/case-requests/{id}/settle");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SettleNumberConflictRequest request, CancellationToken ct)
    {
        var asked =
            await db.CaseRequests.Within(Caller.Scope).FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        HttpContext.JournalAbout(asked.ChildId);
        await db.OpenCaseAsync(asked.ChildId, Caller.Scope, ct);
        var child = await db.RegisteredAsync(asked.ChildId, Caller.Scope, ct);
        var seal = await vault.OfAsync(child.Id, ct);
        var contested = asked.Open(seal).Pin;
        asked.Settle(
            request.BeingClarified ? NumberSettling.BeingClarified : NumberSettling.Corrected,
            request.Because,
            Caller.SpecialistId,
            time.Today(),
            seal
        );
        if (!request.BeingClarified && request.Pin == contested)
            throw new DomainException("number-conflict.same-number", 409, "pin");
        var sections = await db.CardSections.Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var section = sections.Single(s => s.Code == SectionCode.Identity);
        // already corrected in the card: nothing left to change
        if (section.Open(seal) is Identity identity && identity.Pin == contested)
        {
            section.Version = Ids.New();
            var right = request.BeingClarified ? identity : Corrected(identity, request.Pin);
            await book.EnterAsync(child, sections, SectionCode.Identity, right, [], seal, Caller, ct, request.BeingClarified);
        }
        await clock.MeetAsync(db, Step.SettleNumberConflict, asked.Id, ct);
        db.TellAsker(asked, time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private static Identity Corrected(Identity identity, string? pin)
    {
        if (pin.Has())
            return identity with { Pin = pin };
        var unknown = new Dictionary<string, string>(identity.Unknown ?? new Dictionary<string, string>()) { ["pin"] = BeingFoundOut };
        return identity with { Pin = null, Unknown = unknown };
    }
}
