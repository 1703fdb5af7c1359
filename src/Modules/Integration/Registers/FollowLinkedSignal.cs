using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Events;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Integration.Registers;

/// <summary>A provisional record turned out to be a known child: its register queries move to that child, resealed [18].</summary>
internal sealed class FollowLinkedSignal(IntegrationDbContext db, Vault vault, TimeProvider time)
    : ModuleEventHandler<SignalLinked, IntegrationDbContext>(db, time)
{
    protected override async Task ApplyAsync(SignalLinked e, CancellationToken ct)
    {
        var kept = await Db.RegisterExchanges.Where(x => x.ChildId == e.ProvisionalId).ToListAsync(ct);
        if (kept.Count == 0)
            return;
        var seals = await vault.ForTheBaseItselfAsync([e.ProvisionalId, e.ChildId], ct);
        // purged meanwhile: nothing is left to reseal
        if (!seals.TryGetValue(e.ProvisionalId, out var before) || !seals.TryGetValue(e.ChildId, out var now))
            return;
        foreach (var one in kept)
            one.Follow(e.ChildId, before, now);
    }
}
