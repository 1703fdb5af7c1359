using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>What closing some accounts leaves unassigned: cases, owed steps, measures, and territories for which no one could enter data.</summary>
internal sealed class WorkLeft(
    AccessDbContext db,
    IEnumerable<IWorkOfSpecialists> modules,
    ISpecialists specialists,
    TerritoryCatalog territories,
    TimeProvider time
)
{
    /// <param name="closing">Accounts that would not be usable any more; those that are not usable today do not count.</param>
    public async Task<List<Consequence>> OfAsync(IReadOnlyCollection<Guid> closing, string language, CancellationToken ct)
    {
        var today = time.Today();
        var active = await db.Accounts.AsNoTracking().WithSpecification(new AccountsInForce(db, today)).ToListAsync(ct);
        var closed = active.Where(a => closing.Contains(a.Id)).ToList();
        var open = active.Except(closed).ToList();
        // who keeps another account keeps the work
        var left = closed.Select(a => a.SpecialistId).Except(open.Select(a => a.SpecialistId)).ToList();
        var ids = closed.ConvertAll(a => a.Id);
        var consequences = new List<Consequence>
        {
            new(ConsequenceKind.AccountsClosed, closed.Count),
            new(ConsequenceKind.SessionsEnded, await db.Sessions.CountAsync(s => ids.Contains(s.AccountId) && s.EndedAt == null, ct)),
        };
        consequences.AddRange(await LeftAsync(left, ct));
        if (await WithoutHolderAsync(closed, open, language, ct) is { Count: > 0 } places)
            consequences.Add(new(ConsequenceKind.TerritoriesLeft, places.Count, [.. places.Select(p => new ConsequenceShare(p, 1))]));
        return consequences;
    }

    private async Task<IEnumerable<Consequence>> LeftAsync(List<Guid> left, CancellationToken ct)
    {
        if (left.Count == 0)
            return [];
        var work = await db
            .Deadlines.Where(d => d.IsOpen && d.ResponsibleId != null && left.Contains(d.ResponsibleId.Value))
            .GroupBy(d => d.ResponsibleId!.Value)
            .Select(g => new WorkOfSpecialist(ConsequenceKind.StepsLeft, g.Key, g.Count()))
            .ToListAsync(ct);
        foreach (var module in modules)
            work.AddRange(await module.WorkOfAsync(left, ct));
        var names = await specialists.NamesAsync(left, ct);
        return work.GroupBy(w => w.Kind)
            .OrderBy(g => g.Key)
            .Select(g => new Consequence(
                g.Key,
                g.Sum(w => w.Count),
                [
                    .. g.OrderByDescending(w => w.Count)
                        .Select(w => new ConsequenceShare(names.GetValueOrDefault(w.SpecialistId) ?? "", w.Count)),
                ]
            ));
    }

    private async Task<List<string>> WithoutHolderAsync(List<Account> closed, List<Account> open, string language, CancellationToken ct)
    {
        static IEnumerable<string> Held(List<Account> accounts) =>
            accounts.Where(a => a.Role is Role.Holder).Select(a => a.Territory).OfType<string>().Distinct();
        var names = new List<string>();
        foreach (var territory in Held(closed).Where(t => !Held(open).Any(o => Soate.Contains(o, t))).Order(StringComparer.Ordinal))
            names.Add(await territories.NameAsync(territory, language, ct));
        return names;
    }
}
