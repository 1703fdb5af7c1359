using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Purging;

/// <param name="Id">The child.</param>
/// <param name="On">
/// The day until which the record is kept, or from which a record without a reliable birth date is purged, at least 90 days ahead; with a
/// reliable birth date, the announced day applies.
/// </param>
internal sealed record DecidePurgeRequest(Guid Id, PurgeRuling Ruling, string Reason, DateOnly? On = null);

internal sealed class DecidePurgeValidator : Validator<DecidePurgeRequest>
{
    public DecidePurgeValidator(TimeProvider time)
    {
        RuleFor(r => r.Ruling).IsInEnum();
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(PurgeDecision.ReasonMaxLength);
        RuleFor(r => r.On)
            .NotEmpty()
            .Must(day => day is null || (day > time.Today() && day <= time.Today().AddYears(1)))
            .WithErrorCode("purge.keep-up-to-a-year")
            .When(r => r.Ruling is PurgeRuling.Keep);
        RuleFor(r => r.On)
            .Must(day => day is null || day <= time.Today().AddYears(KeptUntil.Age))
            .WithErrorCode("purge.too-late")
            .When(r => r.Ruling is PurgeRuling.Purge);
    }
}

/// <summary>
/// The authorised body decides on a record whose purge does not run by itself [25.2]: to keep it for now, or to purge it nevertheless,
/// which a second person must confirm.
/// </summary>
internal sealed class DecidePurgeEndpoint(
    ChildrenDbContext db,
    PurgeFactsReader facts,
    PurgeSchedule book,
    SecondPerson second,
    StatutoryClock clock,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<DecidePurgeRequest, object?>
{
    public override void Configure()
    {
        Post("children/purges-due/{id}/decide");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.Change);
        AtMostOne("decision about a held purge that waits for the second person");
    }

    public override async Task HandleAsync(DecidePurgeRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var child =
            await db.Children.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        if (await SecondPerson.FindOpenAsync(db, Decision.ConfirmPurge, child.Id, ct) is not null)
            throw new DomainException("confirmation.requested-already");
        var seal = await vault.OfAsync(child.Id, ct);
        var holds = PurgeHolds.Of(await facts.OfAsync(child, seal, ct)).ToList();
        if (holds.Count == 0 || (child.SureBirthDate is not null && child.PurgeAnnouncedOn is null))
            throw new DomainException("purge.runs-by-itself");
        var on = request.Ruling is PurgeRuling.Keep ? request.On!.Value : DayOf(child, request.On);
        if (child.SureBirthDate is null)
            // a day announced by an earlier decision no longer applies
            await book.WithdrawAsync(child, ct);
        var decision = await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct);
        if (decision is null)
            db.PurgeDecisions.Add(decision = new() { ChildId = child.Id });
        var reason = request.Reason.Trim();
        decision.Decide(request.Ruling, on, holds, reason, seal, Caller.SpecialistId, time.Utc());
        if (request.Ruling is PurgeRuling.Purge)
        {
            var about = new ConfirmationSubject(child.Id, child.Id, (await book.KnownAsAsync(child.Id, ct)).Number, child.Territory);
            await second.RequestAsync(db, Decision.ConfirmPurge, about, new(PurgeDecision.Purpose, reason, seal), Caller, ct);
        }
        else
        {
            child.ReleasePurge();
            await clock.MeetAsync(db, Step.DecideHeldPurge, child.Id, ct);
        }
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private DateOnly DayOf(Child child, DateOnly? on) =>
        child.SureBirthDate is not null ? child.PurgeOn!.Value
        : on is null ? throw new DomainException("field.required", 400, "on")
        : on < time.Today().AddDays(KeptUntil.AnnouncedDays) ? throw new DomainException("purge.too-soon", 400, "on")
        : on.Value;
}
