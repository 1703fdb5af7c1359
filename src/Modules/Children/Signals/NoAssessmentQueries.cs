using Microsoft.EntityFrameworkCore;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Confirming;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Signals;

/// <summary>Requests to leave a further report without a new assessment [20.9].</summary>
internal static class NoAssessmentQueries
{
    public const string Purpose = "no-assessment";

    public static IQueryable<Confirmation> NoAssessments(this ChildrenDbContext db) =>
        db.Confirmations.Where(c => c.Decision == Decision.ConsentToEnding && db.Signals.Any(s => s.Id == c.AboutId));

    /// <summary>The other reports that were linked since the last assessment and have not been left without one.</summary>
    public static async Task<List<Signal>> OtherReportsWaitingAsync(
        this ChildrenDbContext db,
        Signal signal,
        Seal seal,
        CancellationToken ct
    )
    {
        // of a case that was assessed again its history keeps the first time only
        var since =
            await db.Deadlines.Where(d => d.ChildId == signal.ChildId && d.Step == Step.Assess).MaxAsync(d => d.MetOn, ct)
            ?? DateOnly.MinValue;
        var others = await db
            .Signals.AsNoTracking()
            .Where(s => s.ChildId == signal.ChildId && s.Id != signal.Id && s.Status == SignalStatus.Linked && s.ProcessedOn >= since)
            .ToListAsync(ct);
        return others.FindAll(s => s.Open(seal).NoAssessment?.Consented is not true);
    }
}
