using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Vault;

namespace Registry.Children.Cases;

/// <summary>Answers other modules' queries about cases and cards.</summary>
internal sealed class CaseReader(HotReads reads, CardReads card, ISpecialists specialists, Vault vault, TimeProvider time) : ICases
{
    /// <summary>Ids per query: a server accepts some two thousand values.</summary>
    private const int MarksAtOnce = 512;

    public async Task<CaseRef?> AnyCaseAsync(Guid childId, CancellationToken ct) =>
        await card.AnyCaseAsync(childId, ct) is { } c
            ? new(c.Id, childId, c.Number, c.Territory, c.FoundOn, c.ResponsibleId, c.Status.IsClosed())
            : null;

    public async Task<IReadOnlySet<string>> CircumstancesAsync(Guid childId, CancellationToken ct) =>
        Card.Circumstances(Card.Open(await card.SectionsAsync(childId, ct), await vault.OfAsync(childId, ct)), time.Today());

    public async Task<IReadOnlyDictionary<Guid, CasePlace>> PlacesAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct)
    {
        var places = new Dictionary<Guid, CasePlace>();
        if (childIds.Count == 0)
            return places;
        var rows = await reads.ListAsync(
            reads
                .Sql()
                .Add("SELECT ChildId, Number, Territory FROM {children.cases} WHERE ChildId IN (")
                .AddList(childIds)
                .Add(
                    ") ORDER BY CASE WHEN Status IN ({}, {}) THEN 0 WHEN Status = {} THEN 1 ELSE 2 END, OpenedOn, Number",
                    CaseStatus.Voided,
                    CaseStatus.Merged,
                    CaseStatus.Closed
                ),
            row => (Child: row.Id(0), Place: new CasePlace(row.GetString(1), row.GetString(2))),
            ct
        );
        foreach (var (child, place) in rows)
            places[child] = place; // the last one wins
        return places;
    }

    public async Task<IReadOnlyDictionary<Guid, CaseMark>> MarksAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct)
    {
        var rows = new List<(Guid Child, Severity Severity, Guid? Responsible)>();
        foreach (var some in childIds.Chunk(MarksAtOnce))
            rows.AddRange(
                await reads.ListAsync(
                    reads
                        .Sql()
                        .Add(
                            "SELECT c.Id, c.Severity, k.ResponsibleId FROM {children.children} c LEFT JOIN {children.cases} k ON k.ChildId = c.Id AND k.Status NOT IN ({}, {}, {}) WHERE c.Id IN (",
                            CaseStatus.Closed,
                            CaseStatus.Voided,
                            CaseStatus.Merged
                        )
                        .AddList(some)
                        .Add(")"),
                    row => (row.Id(0), (Severity)row.GetInt32(1), row.IsDBNull(2) ? (Guid?)null : row.Id(2)),
                    ct
                )
            );
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Responsible).OfType<Guid>().Distinct()], ct);
        var marks = new Dictionary<Guid, CaseMark>();
        foreach (var (child, severity, responsible) in rows)
            marks[child] = new(severity, responsible is { } id ? people.GetValueOrDefault(id) : null);
        return marks;
    }

    public async Task<IReadOnlyList<Guid>> CardsOfAsync(Guid childId, CancellationToken ct)
    {
        var cards = new List<Guid> { childId };
        for (var i = 0; i < cards.Count; i++)
        {
            var merged = await reads.ListAsync(
                reads.Sql().Add("SELECT Id FROM {children.children} WHERE MergedInto = {}", cards[i]),
                row => row.Id(0),
                ct
            );
            cards.AddRange(merged.Except(cards));
        }
        return cards;
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct)
    {
        if (childIds.Count == 0)
            return new Dictionary<Guid, string>();
        var rows = await reads.ListAsync(
            reads.Sql().Add("SELECT Id, SealNo, SealedName FROM {children.children} WHERE Id IN (").AddList(childIds).Add(")"),
            row => SealedName.Read(row, row.Id(0), 1),
            ct
        );
        var seals = await vault.OfAsync(childIds, ct);
        // no document about a child is made if its name cannot be opened
        return rows.Where(r => seals.ContainsKey(r.Child))
            .ToDictionary(r => r.Child, r => childIds.Count == 1 ? r.By(seals[r.Child]) : r.Shown(seals[r.Child]));
    }
}
