using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>Pending requests to the territorial unit about a case or signal.</summary>
internal static class OpenQuestions
{
    private static readonly Decision[] OfTheUnit = [Decision.ConsentToEnding, Decision.ConfirmVoid, Decision.ConfirmDayFound];

    /// <summary>The subject of the request no longer exists: it is not decided, and its step is not owed.</summary>
    public static async Task CallOffAsync(
        this ChildrenDbContext db,
        Expression<Func<Confirmation, bool>> which,
        LapseReason because,
        TimeProvider time,
        CancellationToken ct
    )
    {
        foreach (
            var asked in await db
                .Confirmations.Where(c => c.State == ConfirmationState.Requested && OfTheUnit.Contains(c.Decision))
                .Where(which)
                .ToListAsync(ct)
        )
        {
            asked.CallOff(time.Utc());
            foreach (var owed in await db.Deadlines.Where(d => d.AboutId == asked.Id && d.IsOpen).ToListAsync(ct))
                owed.Lapse(because, time.Today());
        }
    }
}
