using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.People;

namespace Registry.Children.Search;

/// <summary>Finds children by tokens, the scope inside the SQL: whole words first, then beginnings, then typing errors, other forms, words written together or apart.</summary>
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
        var found = new List<Candidate>();
        if (query.Pin is { Length: > 0 } pin)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Number(pin)), found, ct));
        if (query.ForeignNumber is { } foreign)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Foreign(foreign)), found, ct));
        if (query.Phone is { } phone)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Telephone(phone)), found, ct));
        // the rarest drives the search: a day is rarer than a name, and long words are rarer than short ones
        var born = query.BirthDate is { } day ? Only(SearchTexts.Born(day)) : [];
        if (query.NoName)
            found.AddRange(await FindAsync(look, [.. born, .. Only(SearchTexts.NoName)], found, ct));
        if (Telling(query.Words) is not [_, ..] words)
        {
            if (born.Length > 0 && !query.NoName)
                found.AddRange(await FindAsync(look, born, found, ct));
            return new(found, found.Count >= most);
        }
        return await FindAsync(look, born, query.Words, words, found, ct);
    }

    private async Task<Candidates> FindAsync(
        Look look,
        string[][] born,
        IReadOnlyList<NameWord> all,
        List<int> words,
        List<Candidate> found,
        CancellationToken ct
    )
    {
        var begin = await FindAsync(look, [.. born, .. words.Select(w => Group(SearchTexts.Beginning(all[w].Form)))], found, ct);
        var cut = begin.Count == look.Most;
        if (cut)
        {
            // who has the whole word has its beginning too: only where more begin so than are looked at must it be asked for
            var whole = await FindAsync(look, [.. born, .. words.Select(w => Group(SearchTexts.Whole(all[w].Form)))], found, ct);
            found.AddRange(whole);
            begin.RemoveAll(b => whole.Exists(w => w.Id == b.Id));
        }
        found.AddRange(begin);
        var alike = found.Count < Enough;
        if (alike)
        {
            var near = words.ConvertAll(w => Group(SearchTexts.Near(all, w)));
            var more = await FindAsync(look, [.. born, .. near], found, ct);
            cut = more.Count == look.Most;
            found.AddRange(more);
            // a patronymic is typed that the card does not have
            for (var i = 0; found.Count == 0 && words.Count >= AskedName.FewestToMissOne && i < near.Count; i++)
                found.AddRange(await FindAsync(look, [.. born, .. near.Where((_, at) => at != i)], found, ct));
        }
        return new(found, cut, alike);
    }

    /// <summary>Where the words stand that a search can begin with, the longest first; a shortened уулу or an initial tells too little.</summary>
    private static List<int> Telling(IReadOnlyList<NameWord> words) =>
        [
            .. Enumerable
                .Range(0, words.Count)
                .Where(i => !words[i].Optional && words[i].Form.Key.Length >= SearchTexts.ShortestPrefix)
                .OrderByDescending(i => words[i].Form.Key.Length),
        ];

    private static string[] Group(IEnumerable<string> texts) => [.. texts];

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
            SELECT c.Id, c.SealedName, c.Sex, c.BirthDate, c.Territory, (SELECT MAX(k.Number) FROM {children.cases} k WHERE k.ChildId = c.Id), c.State
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
            .Add(
                " ON c.District = t0.District AND c.Id = t0.ChildId WHERE c.State IN ({}, {})",
                (int)ChildState.Registered,
                (int)ChildState.Reported
            );
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
            row.IsDBNull(5) ? null : row.GetString(5),
            (ChildState)row.GetInt32(6) is ChildState.Registered
        );
}
