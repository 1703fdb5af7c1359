using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Children.Cases;

/// <summary>Counts open cases for users about to end an access or change a territory.</summary>
internal sealed class WorkInCases(ChildrenDbContext db) : IWorkOfSpecialists, ITerritoryUses
{
    public async Task<IReadOnlyList<WorkOfSpecialist>> WorkOfAsync(IReadOnlyCollection<Guid> specialists, CancellationToken ct) =>
        await db
            .Cases.Where(c =>
                c.Status != CaseStatus.Closed
                && c.Status != CaseStatus.Voided
                && c.Status != CaseStatus.Merged
                && specialists.Contains(c.ResponsibleId)
            )
            .GroupBy(c => c.ResponsibleId)
            .Select(g => new WorkOfSpecialist(ConsequenceKind.CasesLeft, g.Key, g.Count()))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<Consequence>> UsesOfTerritoryAsync(string territory, CancellationToken ct) =>
        [
            new(
                ConsequenceKind.CasesInTerritory,
                await db
                    .Cases.Within(DataScope.In(territory))
                    .CountAsync(c => c.Status != CaseStatus.Closed && c.Status != CaseStatus.Voided && c.Status != CaseStatus.Merged, ct)
            ),
        ];
}
