using System.Numerics;
using System.Text.Json;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Children.Search;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>Finds children by the tokens of districts in scope: whole words first, then prefixes, typos, other forms, and words joined or split.</summary>
internal sealed class ChildFinder(HotReads reads, SearchIndex index, Veil veil)
{
    /// <summary>The most children of one likeness that a search considers.</summary>
    public const int Most = 60;
    private const int Enough = 25;

    /// <summary>Up to this many children, looking up each entry is faster than reading a token's whole list.</summary>
    private const int FewLeft = 64;

    /// <summary>The children by district, with everything a search shows of them.</summary>
    internal const string Index = "IX_children_search";

    /// <param name="most">Maximum number of children considered per likeness.</param>
    public async Task<Candidates> FindAsync(ChildQuery query, DataScope scope, int most, CancellationToken ct)
    {
        var look = await LookAsync(scope, most, ct);
        using var cipher = look.Cipher;
        var found = new List<Candidate>();
        if (query.Pin is { Length: > 0 } pin)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Number(pin)), found, ct));
        if (query.ForeignNumber is { } foreign)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Foreign(foreign)), found, ct));
        if (query.Phone is { } phone)
            found.AddRange(await FindAsync(look, Only(SearchTexts.Telephone(phone)), found, ct));
        // the rarest token drives the search: a day is rarer than a name, and long words are rarer than short ones
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
            // a whole-word match is also a prefix match: query whole words separately only when the prefixes exceed the limit
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
            // the query has a patronymic that the card lacks
            for (var i = 0; found.Count == 0 && words.Count >= AskedName.FewestToMissOne && i < near.Count; i++)
                found.AddRange(await FindAsync(look, [.. born, .. near.Where((_, at) => at != i)], found, ct));
        }
        return new(found, cut, alike);
    }

    /// <summary>Positions of the words a search can start from, longest first; an abbreviated уулу or an initial is not selective enough.</summary>
    private static List<int> Telling(IReadOnlyList<NameWord> words) =>
        [
            .. Enumerable
                .Range(0, words.Count)
                .Where(i => !words[i].Optional && words[i].Form.Key.Length >= SearchTexts.ShortestPrefix)
                .OrderByDescending(i => words[i].Form.Key.Length),
        ];

    private static string[] Group(IEnumerable<string> texts) => [.. texts];

    private static string[][] Only(string token) => [new[] { token }];

    /// <param name="Districts">Districts in the scope.</param>
    private sealed record Look(DataScope Scope, Tokens Tokens, ChildCipher Cipher, IReadOnlyList<string> Districts, int Most);

    private async Task<Look> LookAsync(DataScope scope, int most, CancellationToken ct) =>
        new(scope, await index.TokensAsync(ct), await index.CipherAsync(ct), await DistrictsAsync(scope, ct), most);

    private async Task<IReadOnlyList<string>> DistrictsAsync(DataScope scope, CancellationToken ct) =>
        scope is { Kind: ScopeKind.Territory, Territory: { } territory } && Soate.Prefix(territory).Length >= Soate.DistrictLength
            ? [Soate.District(territory)]
            : await reads.ListAsync(
                reads.Sql().Add("SELECT d.District FROM {children.search_districts} d WHERE 1 = 1").WithinDistrict("d", scope),
                row => row.GetString(0),
                ct
            );

    /// <summary>Children within the scope that have at least one token of every group and are not known yet.</summary>
    private async Task<List<Candidate>> FindAsync(Look look, string[][] groups, List<Candidate> known, CancellationToken ct)
    {
        // with a single group, slightly more than a page is enough
        var limit = groups.Length == 1 ? known.Count + 2 * look.Most : (int?)null;
        while (true)
        {
            var (led, cut) = await LedToAsync(look, groups, limit, ct);
            foreach (var child in known)
                led.Remove(child.Id);
            var found = await ReadAsync(look, led, ct);
            if (found.Count >= look.Most || !cut)
                return found;
            limit *= 8;
        }
    }

    /// <summary>Every child the tokens lead to, with its district.</summary>
    /// <param name="limit">Maximum number of entries read per group.</param>
    private async Task<(Dictionary<Guid, string> Children, bool Cut)> LedToAsync(
        Look look,
        string[][] groups,
        int? limit,
        CancellationToken ct
    )
    {
        Dictionary<Guid, string>? all = null;
        var cut = false;
        foreach (var group in groups)
        {
            var (entries, districts) = await EntriesAsync(look, group, all, limit, ct);
            cut |= entries.Count == limit;
            var led = new Dictionary<Guid, string>(entries.Count);
            var children = look.Cipher.Open(entries);
            for (var i = 0; i < children.Length; i++)
                if (all is null || all.ContainsKey(children[i]))
                    led[children[i]] = districts[entries[i].Token];
            all = led;
            if (all.Count == 0)
                break;
        }
        return (all ?? [], cut);
    }

    private async Task<(List<SearchToken> Entries, Dictionary<long, string> Districts)> EntriesAsync(
        Look look,
        string[] group,
        Dictionary<Guid, string>? among,
        int? limit,
        CancellationToken ct
    )
    {
        var districts = new Dictionary<long, string>();
        // when few are left, query only theirs
        foreach (var district in among is { Count: <= FewLeft } ? among.Values.Distinct() : look.Districts)
        foreach (var text in group)
            districts[look.Tokens.Of(district, text)] = district;
        var sql = among is { Count: <= FewLeft }
            ? OneByOne(
                reads.Sql(),
                [.. among.SelectMany(c => look.Cipher.Close([.. districts.Where(d => d.Value == c.Value).Select(d => d.Key)], c.Key))]
            )
            : Entries(reads.Sql(), districts.Keys);
        if (limit is { } most)
            sql.Any(most);
        return (await reads.ListAsync(sql, row => new SearchToken(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ct), districts);
    }

    /// <summary>All entries of the tokens. The list is a single parameter, so the statement text is constant.</summary>
    internal static Sql Entries(Sql sql, IReadOnlyCollection<long> tokens) =>
        sql.Add("SELECT t.Token, t.High, t.Low FROM {children.search_tokens} t WHERE t.Token IN (SELECT CAST(value AS bigint) FROM ")
            .Either("json_each({})", "OPENJSON({})", JsonSerializer.Serialize(tokens))
            .Add(")");

    /// <summary>Those of the given entries that exist.</summary>
    internal static Sql OneByOne(Sql sql, IReadOnlyCollection<SearchToken> entries) =>
        sql.Either(
            "SELECT t.Token, t.High, t.Low FROM json_each({}) j CROSS JOIN {children.search_tokens} t"
                + " ON t.Token = j.value ->> 0 AND t.High = j.value ->> 1 AND t.Low = j.value ->> 2",
            "SELECT t.Token, t.High, t.Low FROM OPENJSON({}) WITH (Token bigint '$[0]', High bigint '$[1]', Low bigint '$[2]') j"
                + " JOIN {children.search_tokens} t ON t.Token = j.Token AND t.High = j.High AND t.Low = j.Low",
            JsonSerializer.Serialize(entries.Select(e => new[] { e.Token, e.High, e.Low }))
        );

    /// <summary>The first of the children that are candidates.</summary>
    private async Task<List<Candidate>> ReadAsync(Look look, Dictionary<Guid, string> children, CancellationToken ct)
    {
        var found = new List<Candidate>();
        foreach (var portion in children.Chunk(look.Most))
        {
            found.AddRange(await reads.ListAsync(Children(reads.Sql(), look.Scope, portion).Any(look.Most - found.Count), Read, ct));
            if (found.Count >= look.Most)
                break;
        }
        return found;
    }

    /// <summary>Children with what a search shows of them, if within the scope and candidates.</summary>
    internal static Sql Children(Sql sql, DataScope scope, IReadOnlyList<KeyValuePair<Guid, string>> children)
    {
        sql.Add(
                "SELECT c.Id, c.SealNo, c.SealedName, c.Sex, c.VeiledBirth, c.Territory, (SELECT MAX(k.Number) FROM {children.cases} k WHERE k.ChildId = c.Id), c.State FROM "
            )
            .Either("(SELECT column1 AS District, column2 AS Id FROM (VALUES ", "(VALUES ");
        // padded to a power of two: few distinct texts, so few prepared statements
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)children.Count);
        for (var i = 0; i < count; i++)
        {
            var (id, district) = i < children.Count ? children[i] : new(Guid.Empty, "");
            sql.Add(i == 0 ? "({}, {})" : ", ({}, {})", district, id);
        }
        // SQLite needs a hint: without ANALYZE statistics it would scan the district's children, or read their rows
        return sql.Either(")) t CROSS JOIN {children.children} c INDEXED BY " + Index, ") t (District, Id) JOIN {children.children} c")
            .Add(" ON c.District = t.District AND c.Id = t.Id WHERE c.State IN ({}, {})", ChildState.Registered, ChildState.Reported)
            .Within("c", scope);
    }

    private Candidate Read(System.Data.Common.DbDataReader row) =>
        new(
            SealedName.Read(row, row.Id(0), 1),
            row.IsDBNull(3) ? null : row.Code<Sex>(3),
            Born(row),
            row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.Code<ChildState>(7) is ChildState.Registered
        );

    private DateOnly? Born(System.Data.Common.DbDataReader row) =>
        veil.TryOpen<Child.Birth>(row.Id(0), Child.BirthPurpose, (byte[])row.GetValue(4), out var birth) ? birth?.Date : null;
}
