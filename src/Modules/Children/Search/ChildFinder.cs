using Registry.Children.Cards;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>Finds registered children by tokens, the scope inside the SQL: whole words first, then beginnings, then one typing error.</summary>
internal sealed class ChildFinder(HotReads reads, SearchIndex index)
{
    /// <summary>No search looks at more children of one likeness than this.</summary>
    public const int Most = 60;
    private const int Enough = 25;

    /// <summary>The children by district with all that a search shows of them.</summary>
    internal const string Index = "IX_children_search";

    /// <param name="most">How many children of one likeness are looked at, at most.</param>
    public async Task<Candidates> FindAsync(ChildQuery query, DataScope scope, int most, CancellationToken ct)
    {
        var look = new Look(scope, await index.TokensAsync(ct), most);
        List<Candidate> found = query.Pin is { Length: > 0 } pin ? await FindAsync(look, Only(SearchIndex.Number(pin)), [], ct) : [];
        // the rarest drives the search: a day is rarer than a name, and long words are rarer than short ones
        var born = query.BirthDate is { } day ? Only(SearchIndex.Born(day)) : [];
        var words = query.Words.Where(w => w.Length >= SearchIndex.ShortestPrefix).OrderByDescending(w => w.Length).ToList();
        if (words.Count == 0)
        {
            if (born.Length > 0)
                found.AddRange(await FindAsync(look, born, found, ct));
            return new(found, found.Count >= most);
        }
        var begin = await FindAsync(look, [.. born, .. words.Select(w => new[] { SearchIndex.Beginning(w) })], found, ct);
        var cut = begin.Count == most;
        if (cut)
        {
            // who has the whole word has its beginning too: only where more begin so than are looked at must it be asked for
            var whole = await FindAsync(look, [.. born, .. words.Select(w => new[] { SearchIndex.Whole(w) })], found, ct);
            found.AddRange(whole);
            begin.RemoveAll(b => whole.Exists(w => w.Id == b.Id));
        }
        found.AddRange(begin);
        if (found.Count < Enough)
        {
            var near = await FindAsync(look, [.. born, .. words.Select(SearchIndex.Near)], found, ct);
            cut = near.Count == most;
            found.AddRange(near);
        }
        return new(found, cut);
    }

    private static string[][] Only(string token) => [new[] { token }];

    private sealed record Look(DataScope Scope, Tokens Tokens, int Most);

    private async Task<List<Candidate>> FindAsync(Look look, string[][] groups, List<Candidate> known, CancellationToken ct)
    {
        var hashes = Array.ConvertAll(groups, group => Array.ConvertAll(group, look.Tokens.Of));
        var sql = Children(reads.Sql(), look.Scope, hashes, known.ConvertAll(k => k.Id)).Any(look.Most);
        return await reads.ListAsync(sql, Read, ct);
    }

    /// <summary>The children inside the scope that have at least one token of every group and are not known yet.</summary>
    internal static Sql Children(Sql sql, DataScope scope, long[][] groups, List<Guid> known)
    {
        sql.Add(
            """
            SELECT c.Id, c.SealedName, c.Sex, c.BirthDate, c.Territory, (SELECT MAX(k.Number) FROM {children.cases} k WHERE k.ChildId = c.Id)
            FROM (SELECT
            """
        );
        // of several tokens a child may have many
        sql.Add(groups[0].Length > 1 ? " DISTINCT" : "")
            .Add(" t.District, t.ChildId FROM {children.search_tokens} t WHERE t.Token IN (")
            .AddList(groups[0])
            .Add(")")
            .WithinDistrict("t", scope);
        if (known.Count > 0)
            sql.Add(" AND t.ChildId NOT IN (").AddList(known).Add(")");
        // SQLite is told the way: in a Base that was never analysed it would go through the district's children, or read their rows
        sql.Add(") t0 ")
            .Either("CROSS JOIN {children.children} c INDEXED BY " + Index, "JOIN {children.children} c")
            .Add(" ON c.District = t0.District AND c.Id = t0.ChildId WHERE c.State = {}", (int)ChildState.Registered);
        for (var i = 1; i < groups.Length; i++)
            sql.Add(
                    $" AND EXISTS (SELECT 1 FROM {{children.search_tokens}} t{i} WHERE t{i}.District = t0.District AND t{i}.ChildId = t0.ChildId AND t{i}.Token IN ("
                )
                .AddList(groups[i])
                .Add("))");
        return sql.Within("c", scope);
    }

    private static Candidate Read(System.Data.Common.DbDataReader row) =>
        new(
            row.Id(0),
            (byte[])row.GetValue(1),
            row.IsDBNull(2) ? null : (Sex)row.GetInt32(2),
            row.IsDBNull(3) ? null : row.Day(3),
            row.GetString(4),
            row.IsDBNull(5) ? null : row.GetString(5)
        );
}
