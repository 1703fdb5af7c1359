using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>What is asked for: words of a name in any spelling, a personal number, a birth date.</summary>
internal sealed record ChildQuery(string? Text = null, string? Pin = null, DateOnly? BirthDate = null)
{
    public IReadOnlyList<string> Words => NameKey.Words(Text);
}

/// <summary>Finds the ids of children by tokens, the scope inside the SQL: whole words first, then beginnings, then one typing error.</summary>
internal sealed class ChildFinder(ChildrenDbContext db, SearchIndex index)
{
    /// <summary>No search opens more seals than this.</summary>
    public const int MostCandidates = 60;
    private const int Enough = 25;

    public async Task<IReadOnlyCollection<Guid>> FindAsync(ChildQuery query, DataScope scope, CancellationToken ct)
    {
        var tokens = await index.TokensAsync(ct);
        var inScope = InScope(scope);
        var found = new HashSet<Guid>();
        if (query.Pin is { Length: > 0 } pin)
            await AddAsync(
                found,
                inScope,
                [
                    [tokens.Of(SearchIndex.Number(pin))],
                ],
                ct
            );
        // the rarest word drives the search: long words are rarer than short ones
        var words = query.Words.Where(w => w.Length >= SearchIndex.ShortestPrefix).OrderByDescending(w => w.Length).ToList();
        if (words.Count == 0)
        {
            if (query.BirthDate is { } born)
                await AddAsync(
                    found,
                    inScope,
                    [
                        [tokens.Of(SearchIndex.Born(born))],
                    ],
                    ct
                );
            return found;
        }
        await AddAsync(found, inScope, [.. words.Select(w => new[] { tokens.Of(SearchIndex.Whole(w)) })], ct);
        if (found.Count < Enough)
            await AddAsync(found, inScope, [.. words.Select(w => new[] { tokens.Of(SearchIndex.Beginning(w)) })], ct);
        if (found.Count < Enough)
            await AddAsync(
                found,
                inScope,
                [.. words.Select(w => SearchIndex.Forms(w).Append(SearchIndex.Beginning(w)).Select(tokens.Of).ToArray())],
                ct
            );
        return found;
    }

    private IQueryable<SearchToken> InScope(DataScope scope) =>
        scope.Kind switch
        {
            ScopeKind.Republic => db.SearchTokens,
            ScopeKind.Territory when scope.Territory is { } territory => Districts(territory),
            _ => db.SearchTokens.Where(t => false),
        };

    private IQueryable<SearchToken> Districts(string territory)
    {
        var prefix = Soate.Prefix(territory);
        if (prefix.Length >= Soate.DistrictLength)
        {
            var district = Soate.District(territory);
            return db.SearchTokens.Where(t => t.District == district);
        }
        var last = prefix.PadRight(Soate.DistrictLength, '9');
        return db.SearchTokens.Where(t => string.Compare(t.District, prefix) >= 0 && string.Compare(t.District, last) <= 0);
    }

    /// <summary>Children that have at least one token of every group.</summary>
    private async Task AddAsync(HashSet<Guid> found, IQueryable<SearchToken> inScope, IReadOnlyList<long[]> groups, CancellationToken ct)
    {
        var rows = Any(inScope, groups[0]);
        foreach (var group in groups.Skip(1))
        {
            var others = Any(db.SearchTokens, group);
            rows = rows.Where(r => others.Any(o => o.District == r.District && o.ChildId == r.ChildId));
        }
        found.UnionWith(await rows.Select(r => r.ChildId).Take(MostCandidates).ToListAsync(ct));
    }

    private static IQueryable<SearchToken> Any(IQueryable<SearchToken> rows, long[] tokens)
    {
        if (tokens is [var one])
            return rows.Where(t => t.Token == one);
        return rows.Where(t => tokens.Contains(t.Token));
    }
}
