using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Time;

namespace Registry.Children.Drafts;

/// <summary>A draft may hold the name of a child not in the Base yet: it is deleted after 30 days, or when its account ends.</summary>
internal sealed class ForgetDrafts(
    ChildrenDbContext db,
    IAccounts accounts,
    DatabaseOptions database,
    WriteGate gate,
    ClockGuard clock,
    TimeProvider time
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken ct)
    {
        if (!await clock.IsTrustedAsync(ct))
            return;
        var before = time.Utc() - Kept;
        var owners = await db.Drafts.Select(d => d.AccountId).Distinct().ToListAsync(ct);
        var ended = (await accounts.EndedAsync(time.Today(), ct)).Intersect(owners).ToList();
        using var pass = await gate.EnterAsync(database.Registry, ct);
        await db.Drafts.Where(d => d.SavedAt < before || ended.Contains(d.AccountId)).ExecuteDeleteAsync(ct);
        var shown = time.Utc() - OpenForm.Lasts;
        await db.OpenForms.Where(f => f.SeenAt < shown).ExecuteDeleteAsync(ct);
    }
}
