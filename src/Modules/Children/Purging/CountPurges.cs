using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Purging;

/// <param name="Over28">Records of people who are 28 or older by their birth date, reliable or not.</param>
/// <param name="Held">Records whose purge did not run by itself and needs a decision.</param>
/// <param name="AwaitSecond">Purges requested by one person and not yet decided by another.</param>
internal sealed record CountPurgesResponse(int Over28, int Held, int AwaitSecond);

/// <summary>Purge counts for the authorised body's home page [25.2].</summary>
internal sealed class CountPurgesEndpoint(ChildrenDbContext db, TimeProvider time) : ApiEndpoint<CountPurgesResponse>
{
    public override void Configure()
    {
        Get("children/purges-due/count");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var latest = Age.BornBy(time.Today(), KeptUntil.Age);
        var children = db.Children.AsNoTracking().Within(Caller.Scope);
        await Send.OkAsync(
            new(
                await children.CountAsync(c => c.BirthYear < latest.Year, ct) + await BornByAsync(latest, children, ct),
                await children.CountAsync(c => c.PurgeHeldOn != null, ct),
                await children.CountAsync(
                    c => db.PurgeDecisions.Any(d => d.ChildId == c.Id && d.Ruling == PurgeRuling.Purge && d.ConfirmedOn == null),
                    ct
                )
            ),
            ct
        );
    }

    /// <summary>Those of the last year are checked one by one.</summary>
    private static async Task<int> BornByAsync(DateOnly latest, IQueryable<Child> children, CancellationToken ct)
    {
        var count = 0;
        await foreach (var child in children.Where(c => c.BirthYear == latest.Year).AsAsyncEnumerable().WithCancellation(ct))
            if (child.BirthDate <= latest)
                count++;
        return count;
    }
}
