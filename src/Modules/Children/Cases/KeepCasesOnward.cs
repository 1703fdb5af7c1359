using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Checks;
using Registry.Platform.Time;
using Finding = Registry.Platform.Checks.Finding;

namespace Registry.Children.Cases;

/// <summary>
/// No open case is forgotten: one without a step to move it on gets a step tonight, to be continued or ended [19, 20.9]. This also catches
/// cases from before an upgrade; one that cannot be given a step is a finding. Idempotent, also on two hosts.
/// </summary>
internal sealed class KeepCasesOnward(ChildrenDbContext db, StatutoryClock clock) : INightlyCheck
{
    private const int AtOnce = 200;

    public string Key => "cases-without-step";

    private IQueryable<Case> Forgotten =>
        db.Cases.Where(c =>
            c.Status != CaseStatus.Closed
            && c.Status != CaseStatus.Voided
            && c.Status != CaseStatus.Merged
            && !db.Deadlines.Any(d => d.ChildId == c.ChildId && d.IsOpen && StepRules.Onward.Contains(d.Step))
        );

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        while (await Forgotten.OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } cases)
        {
            foreach (var @case in cases)
                await clock.KeepOnwardAsync(db, @case.Subject(), ct);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // another host or a user gave one of them its step just now: the next night retries
                db.ChangeTracker.Clear();
                break;
            }
            db.ChangeTracker.Clear();
        }
        return await Forgotten.AsNoTracking().OrderBy(c => c.Id).Select(c => new Finding(c.Id, c.Number)).ToListAsync(ct);
    }
}
