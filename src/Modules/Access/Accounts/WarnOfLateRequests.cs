using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Access.Accounts;

/// <summary>A request for access that waits for more than a working day is shown to the requester and to those who can confirm [26], once.</summary>
internal sealed class WarnOfLateRequests(AccessDbContext db, AccessNews news, StatutoryClock clock, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var calendar = await clock.CalendarAsync(db, ct);
        var open = await db.AccessRequests.AsNoTracking().Where(r => r.State == ConfirmationState.Requested).ToListAsync(ct);
        foreach (var request in open.Where(r => r.IsLate(calendar, time.Today())))
            await news.TellLateAsync(request, ct);
        await news.TellOfMachineAsync(ct);
        await db.SaveChangesAsync(ct);
    }
}
