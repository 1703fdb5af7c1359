using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Measures, counted for those who are about to end an access or a value of a dictionary.</summary>
internal sealed class WorkInPlans(ProtectionPlansDbContext db) : IWorkOfSpecialists, ICodeUses
{
    public async Task<IReadOnlyList<WorkOfSpecialist>> WorkOfAsync(IReadOnlyCollection<Guid> specialists, CancellationToken ct) =>
        await db
            .Measures.Where(m =>
                m.Status == MeasureStatus.InProgress && m.ResponsibleId != null && specialists.Contains(m.ResponsibleId.Value)
            )
            .GroupBy(m => m.ResponsibleId!.Value)
            .Select(g => new WorkOfSpecialist(ConsequenceKind.MeasuresLeft, g.Key, g.Count()))
            .ToListAsync(ct);

    public async Task<int> UsesOfCodeAsync(string dictionary, string code, CancellationToken ct) =>
        dictionary switch
        {
            "need" => await CountAsync(code, ct),
            "body-kind" => await db.Measures.CountAsync(m => m.Body == code, ct),
            _ => 0,
        };

    /// <summary>Reads every measure; only used when an administrator is about to remove a code, which is rare.</summary>
    private async Task<int> CountAsync(string need, CancellationToken ct)
    {
        var count = 0;
        await foreach (var measure in db.Measures.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            if (measure.Need == need)
                count++;
        return count;
    }
}
