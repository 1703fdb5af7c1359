using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>What is asked for: words of a name in any spelling, a personal number, a birth date.</summary>
internal sealed record ChildQuery(string? Text = null, string? Pin = null, DateOnly? BirthDate = null)
{
    public IReadOnlyList<string> Words => NameKey.Words(Text);
}

/// <summary>
/// Finds the ids of children by tokens, the scope inside the SQL: whole words first, then beginnings, then one typing error; the likeliest come first.
/// </summary>
internal sealed class ChildFinder(HotReads reads, SearchIndex index)
{
    /// <summary>No search looks at more children than this.</summary>
    public const int MostCandidates = 60;
    private const int Enough = 25;

    public async Task<IReadOnlyList<Guid>> FindAsync(ChildQuery query, DataScope scope, CancellationToken ct)
    {
        var tokens = await index.TokensAsync(ct);
        var found = new List<Guid>();
        if (query.Pin is { Length: > 0 } pin)
            await AddAsync(
                found,
                scope,
                [
                    [SearchIndex.Number(pin)],
                ],
                tokens,
                ct
            );
        // the rarest word drives the search: long words are rarer than short ones
        var words = query.Words.Where(w => w.Length >= SearchIndex.ShortestPrefix).OrderByDescending(w => w.Length).ToList();
        if (words.Count == 0)
        {
            if (query.BirthDate is { } born)
                await AddAsync(
                    found,
                    scope,
                    [
                        [SearchIndex.Born(born)],
                    ],
                    tokens,
                    ct
                );
            return found;
        }
        var before = found.Count;
        await AddAsync(found, scope, words.ConvertAll(w => new[] { SearchIndex.Beginning(w) }), tokens, ct);
        // who has the whole word has its beginning too: only where more begin so than are looked at must the whole word come first
        if (found.Count - before >= MostCandidates)
        {
            var beginning = found.Skip(before).ToList();
            found.RemoveRange(before, beginning.Count);
            await AddAsync(found, scope, words.ConvertAll(w => new[] { SearchIndex.Whole(w) }), tokens, ct);
            found.AddRange(beginning.Except(found));
        }
        if (found.Count < Enough)
            await AddAsync(
                found,
                scope,
                words.ConvertAll(w => SearchIndex.Forms(w).Append(SearchIndex.Beginning(w)).ToArray()),
                tokens,
                ct
            );
        return found;
    }

    /// <summary>Adds the children inside the scope that have at least one token of every group.</summary>
    private async Task AddAsync(List<Guid> found, DataScope scope, List<string[]> groups, Tokens tokens, CancellationToken ct)
    {
        long[] Hashes(string[] group) => [.. group.Select(tokens.Of)];
        var sql = reads
            .Sql()
            .Add("SELECT t0.ChildId FROM {children.search_tokens} t0 WHERE t0.Token IN (")
            .AddList(Hashes(groups[0]))
            .Add(")")
            .WithinDistrict("t0", scope);
        for (var i = 1; i < groups.Count; i++)
            sql.Add(
                    $" AND EXISTS (SELECT 1 FROM {{children.search_tokens}} t{i} WHERE t{i}.District = t0.District AND t{i}.ChildId = t0.ChildId AND t{i}.Token IN ("
                )
                .AddList(Hashes(groups[i]))
                .Add("))");
        foreach (var id in await reads.ListAsync(sql.Any(MostCandidates), row => row.Id(0), ct))
            if (!found.Contains(id))
                found.Add(id);
    }
}
