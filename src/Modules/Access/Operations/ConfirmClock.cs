using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Operations;

/// <param name="Today">Today's date as the administrator knows it, not as the machine says it.</param>
internal sealed record ConfirmClockRequest(DateOnly Today);

/// <summary>An administrator confirms the machine's date after it jumped; from now on irreversible jobs run again.</summary>
internal sealed class ConfirmClockEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<ConfirmClockRequest, object?>
{
    public override void Configure()
    {
        Post("access/operations/clock/confirm");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(ConfirmClockRequest request, CancellationToken ct)
    {
        var doubts = await db.ClockDoubts.Where(d => d.ConfirmedAt == null).ToListAsync(ct);
        if (doubts.Count == 0)
            throw new DomainException("clock.not-doubted");
        if (request.Today != time.Today())
            throw new DomainException("clock.other-day", field: "today");
        foreach (var doubt in doubts)
            doubt.Confirm(Caller.AccountId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
