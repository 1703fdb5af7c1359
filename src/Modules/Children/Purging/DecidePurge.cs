using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Purging;

/// <param name="Id">The child.</param>
/// <param name="PurgeOn">The day from which the data are no longer kept, at least 90 days ahead.</param>
internal sealed record DecidePurgeRequest(Guid Id, DateOnly PurgeOn, string Reason);

internal sealed class DecidePurgeValidator : Validator<DecidePurgeRequest>
{
    public DecidePurgeValidator(TimeProvider time)
    {
        RuleFor(r => r.PurgeOn)
            .Must(day => day >= time.Today().AddDays(KeptUntil.AnnouncedDays))
            .WithErrorCode("purge.too-soon")
            .Must(day => day <= time.Today().AddYears(KeptUntil.Age))
            .WithErrorCode("purge.too-late");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(PurgeDecision.ReasonMaxLength);
    }
}

/// <summary>The authorised body decides until when the data of a subject without a sure birth date are kept [25.2]; a later decision takes the earlier one's place.</summary>
internal sealed class DecidePurgeEndpoint(ChildrenDbContext db, Vault vault, TimeProvider time) : ApiEndpoint<DecidePurgeRequest, object?>
{
    public override void Configure()
    {
        Post("children/purges-due/{id}/decide");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.Change);
    }

    public override async Task HandleAsync(DecidePurgeRequest request, CancellationToken ct)
    {
        var child =
            await db.Children.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        if (child is { BirthDate: not null, BirthDateEstimated: false })
            throw new DomainException("purge.dated");
        var decision = await db.PurgeDecisions.FirstOrDefaultAsync(d => d.ChildId == child.Id, ct);
        if (decision is null)
            db.PurgeDecisions.Add(decision = new() { ChildId = child.Id });
        decision.Decide(request.PurgeOn, request.Reason, await vault.OfAsync(child.Id, ct), Caller.SpecialistId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
