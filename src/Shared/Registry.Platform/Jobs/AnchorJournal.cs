using Registry.Platform.Journal;
using Registry.Platform.Model;

namespace Registry.Platform.Jobs;

/// <summary>Copies the head of the journal's chain to the anchors outside this machine [28]: whoever controls the database cannot rewrite those.</summary>
public sealed class AnchorJournal(PlatformDbContext db, JournalChain chain)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await chain.SealAsync(db, ct);
        await chain.AnchorHereAsync(db, ct);
        await chain.AnchorOutsideAsync(db, ct);
    }
}
