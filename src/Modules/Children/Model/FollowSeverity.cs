using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <summary>
/// A child's severity is the higher of the risk in its case's last assessment and of the reports since then, unfounded ones excluded.
/// It is stored in the child's row
/// so that lists can sort by it; every save that changes an input updates it, so use cases need not.
/// </summary>
internal static class FollowSeverity
{
    public static Severity Of(Urgency urgency) =>
        urgency switch
        {
            Urgency.Immediate => Severity.Danger,
            Urgency.Urgent => Severity.Urgent,
            _ => Severity.None,
        };

    public static async Task AllAsync(ChildrenDbContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var children = new HashSet<Guid>();
        foreach (var signal in db.ChangeTracker.Entries<Signal>().Where(s => s.State is EntityState.Modified))
            if (signal.Property(s => s.Status).IsModified || signal.Property(s => s.ChildId).IsModified)
                children.UnionWith(Both(signal.Property(s => s.ChildId)));
        foreach (var @case in db.ChangeTracker.Entries<Case>().Where(c => c.State is EntityState.Added or EntityState.Modified))
            if (
                @case.State is EntityState.Added
                || @case.Property(c => c.Status).IsModified
                || @case.Property(c => c.JudgedAt).IsModified
                || @case.Property(c => c.ChildId).IsModified
            )
                children.UnionWith(Both(@case.Property(c => c.ChildId)));
        foreach (var child in db.ChangeTracker.Entries<Child>().Where(c => c.State is EntityState.Modified))
            if (child.Property(c => c.State).IsModified)
                children.Add(child.Entity.Id);
        foreach (var child in children)
            await OneAsync(db, child, ct);
    }

    public static async Task BothAsync(ChildrenDbContext db, Guid one, Guid other, CancellationToken ct)
    {
        await OneAsync(db, one, ct);
        await OneAsync(db, other, ct);
    }

    public static async Task OneAsync(ChildrenDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Children.FindAsync([id], ct) is not { } child || db.Entry(child).State is EntityState.Deleted)
            return;
        await db.Cases.Where(c => c.ChildId == id).LoadAsync(ct);
        await db.Signals.Where(s => s.ChildId == id).LoadAsync(ct);
        var cases = db.Cases.Local.Where(c => c.ChildId == id).ToList();
        var counts = child.State is ChildState.Reported || (child.State is ChildState.Registered && cases.Exists(c => !c.IsClosed));
        // a case that continues in another one was assessed for both
        var judged = cases
            .Where(c => c is { JudgedAt: not null, Status: CaseStatus.Merged } or { JudgedAt: not null, IsClosed: false })
            .MaxBy(c => c.JudgedAt);
        var reported = db
            .Signals.Local.Where(s => s.ChildId == id && s.Status is not SignalStatus.Unfounded)
            .Where(s => judged is null || s.RegisteredAt > judged.JudgedAt)
            .Select(s => Of(s.Urgency));
        var severity = counts ? reported.Append(judged?.Risk ?? Severity.None).Max() : Severity.None;
        if (severity != child.Severity)
            child.Stake(severity);
    }

    /// <summary>Backfills cases and children from before severity was stored, once, from their last assessments.</summary>
    public static async Task CatchUpAsync(ChildrenDbContext db, IAssessments assessments, CancellationToken ct)
    {
        const int atOnce = 200;
        var after = Guid.Empty;
        while (true)
        {
            var cases = await db
                .Cases.Where(c => c.JudgedAt == null && (c.Status == CaseStatus.Assessed || c.Status == CaseStatus.PlanInForce))
                .Where(c => c.Id > after)
                .OrderBy(c => c.Id)
                .Take(atOnce)
                .ToListAsync(ct);
            if (cases.Count == 0)
                return;
            after = cases[^1].Id;
            var risks = await assessments.RisksAsync([.. cases.Select(c => c.Id)], ct);
            foreach (var @case in cases)
                if (risks.TryGetValue(@case.Id, out var found))
                    @case.Judge(found.Risk, found.At);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static Guid[] Both(PropertyEntry<Signal, Guid> child) => [child.OriginalValue, child.CurrentValue];

    private static Guid[] Both(PropertyEntry<Case, Guid> child) => [child.OriginalValue, child.CurrentValue];
}
