using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Children.Signals;

/// <summary>Requests to leave a further report without a new assessment [20.9].</summary>
internal static class NoAssessmentQueries
{
    public const string Purpose = "no-assessment";

    public static IQueryable<Confirmation> NoAssessments(this ChildrenDbContext db) =>
        db.Confirmations.Where(c => c.Decision == Decision.ConsentToEnding && db.Signals.Any(s => s.Id == c.AboutId));

    /// <summary>The other reports linked since the last assessment that have not been exempted from one.</summary>
    public static async Task<List<Signal>> OtherReportsWaitingAsync(
        this ChildrenDbContext db,
        Signal signal,
        Seal seal,
        CancellationToken ct
    )
    {
        // for a reassessed case, its history keeps only the first time
        var since =
            await db.Deadlines.Where(d => d.ChildId == signal.ChildId && d.Step == Step.Assess).MaxAsync(d => d.MetOn, ct)
            ?? DateOnly.MinValue;
        var others = await db
            .Signals.AsNoTracking()
            .Where(s => s.ChildId == signal.ChildId && s.Id != signal.Id && s.Status == SignalStatus.Linked && s.ProcessedOn >= since)
            .ToListAsync(ct);
        return others.FindAll(s => s.Open(seal).NoAssessment?.Consented is not true);
    }

    /// <summary>The child was assessed before this report and is to be assessed with it, or not, with consent.</summary>
    public static Task<bool> AwaitsAssessmentAsync(this ChildrenDbContext db, Signal s, CancellationToken ct) =>
        db.Deadlines.AnyAsync(
            owed =>
                s.Status == SignalStatus.Linked
                && owed.ChildId == s.ChildId
                && owed.Step == Step.Assess
                && owed.IsOpen
                && db.Deadlines.Any(met => met.AboutId == owed.AboutId && met.Step == Step.Assess && met.MetOn != null),
            ct
        );
}
