using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Children.Purging;

/// <param name="Id">The child.</param>
/// <param name="Confirm">False if the record stays and the decision is open again.</param>
internal sealed record ConfirmPurgeRequest(Guid Id, bool Confirm);

/// <summary>A second person of the authorised body confirms, or refuses, the purge of a record in spite of the reasons against it [25.2].</summary>
internal sealed class ConfirmPurgeEndpoint(
    ChildrenDbContext db,
    PurgeSchedule book,
    SecondPerson second,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<ConfirmPurgeRequest, object?>
{
    public override void Configure()
    {
        Post("children/purges-due/{id}/confirm");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.Change);
        AtMostOne("second person of a purge");
    }

    public override async Task HandleAsync(ConfirmPurgeRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var child =
            await db.Children.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        var asked =
            await SecondPerson.FindOpenAsync(db, Decision.ConfirmPurge, child.Id, ct) ?? throw new DomainException("confirmation.decided");
        await second.DecideAsync(asked, request.Confirm, Caller, ct);
        var decision = await db.PurgeDecisions.SingleAsync(d => d.ChildId == child.Id, ct);
        if (request.Confirm)
            await ConfirmAsync(child, decision, ct);
        else
            db.PurgeDecisions.Remove(decision);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private async Task ConfirmAsync(Child child, PurgeDecision decision, CancellationToken ct)
    {
        decision.Confirm(time.Today());
        await clock.MeetAsync(db, Step.DecideHeldPurge, child.Id, ct);
        child.ReleasePurge();
        if (child.SureBirthDate is null)
        {
            // an earlier announced day is not the decided one
            await book.WithdrawAsync(child, ct);
            await book.AnnounceAsync(child, decision.On, ct);
        }
    }
}
