using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <summary>Maps the keyed hash of a search text to a child, whose id is encrypted: see <see cref="ChildCipher"/>.</summary>
internal sealed record SearchToken(long Token, long High, long Low);

/// <summary>A district with children in the index: a search over many uses each one's own hashes.</summary>
[NoSubject("a list of districts")]
internal sealed class SearchDistrict
{
    public required string District { get; init; }
}

/// <summary>A child's tokens, sealed with the key of the Base: without them its entries could not be found again for deletion.</summary>
internal sealed class SearchEntry : ISealedRow
{
    public const string Purpose = "search.tokens";

    private SearchEntry() { }

    /// <summary>The child's id.</summary>
    public Guid Id { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedTokens { get; private set; } = [];
    public int SealNo { get; set; }

    public static SearchEntry Of(Guid child) => new() { Id = child };

    public long[] Open(Seal seal) => [.. MemoryMarshal.Cast<byte, long>(seal.Open<byte[]>(this, Purpose, SealedTokens))];

    public void Put(long[] tokens, Seal seal) => SealedTokens = seal.Close(this, Purpose, MemoryMarshal.AsBytes<long>(tokens).ToArray());
}

/// <summary>Keeps a child's tokens in step with its names, numbers, relatives and district.</summary>
internal sealed class SearchIndex(Vault vault, HotReads reads)
{
    private const int Portion = 200;

    /// <summary>A child not in the index yet.</summary>
    public async Task AddAsync(ChildrenDbContext db, Child child, Identity identity, Seal seal, CancellationToken ct)
    {
        var tokens = await TokensAsync(child, identity, seal, ct);
        await InsertAsync(db, child, tokens, ct);
        var entry = SearchEntry.Of(child.Id);
        entry.Put([.. tokens], await vault.OfBaseAsync(ct));
        db.SearchEntries.Add(entry);
    }

    public async Task ReplaceAsync(ChildrenDbContext db, Child child, Identity identity, Seal seal, CancellationToken ct)
    {
        var wanted = await TokensAsync(child, identity, seal, ct);
        var own = await vault.OfBaseAsync(ct);
        await db.BeginWriteAsync(ct);
        if (await db.SearchEntries.FindAsync([child.Id], ct) is not { } entry)
        {
            await AddAsync(db, child, identity, seal, ct);
            return;
        }
        var known = entry.Open(own);
        var gone = known.Except(wanted).ToList();
        var added = wanted.Except(known).ToList();
        if (gone.Count + added.Count == 0)
            return;
        await DeleteAsync(db, child.Id, gone, ct);
        await InsertAsync(db, child, added, ct);
        entry.Put([.. wanted], own);
    }

    /// <summary>A section used for finding the child was changed.</summary>
    /// <param name="before">The replaced identity, if that section changed.</param>
    public async Task FollowAsync(
        ChildrenDbContext db,
        Child child,
        IReadOnlyCollection<CardSection> sections,
        Seal seal,
        Identity? before,
        CancellationToken ct
    )
    {
        var card = Card.Open([.. sections.Where(s => s.Code is SectionCode.Identity or SectionCode.Relatives)], seal);
        var identity = card.Identity ?? new Identity();
        var others = child.OtherNamesBy(seal).Renamed(before, identity).With(card.Relatives);
        child.CallToo(others, seal);
        await ReplaceAsync(db, child, identity, seal, ct);
    }

    /// <summary>Another report about the child names it in its own way.</summary>
    public async Task LearnAsync(ChildrenDbContext db, Child child, SignalContents signal, Seal seal, CancellationToken ct)
    {
        var section = await db.CardSections.SingleAsync(s => s.ChildId == child.Id && s.Code == SectionCode.Identity, ct);
        var identity = Card.Open([section], seal).Identity ?? new Identity();
        child.CallToo(child.OtherNamesBy(seal).Reported(signal, identity), seal);
        await ReplaceAsync(db, child, identity, seal, ct);
    }

    /// <summary>Reindexes a child after it moved to another district, whose tokens are hashed differently.</summary>
    public async Task MoveAsync(ChildrenDbContext db, Guid child, CancellationToken ct)
    {
        // concurrent name changes wait, and so does a purge
        await db.BeginWriteAsync(ct);
        if (await db.Children.FindAsync([child], ct) is { } moved && await db.SearchEntries.FindAsync([child], ct) is not null)
            await ReindexAsync(db, [moved], ct);
    }

    /// <summary>Removes the child from the index.</summary>
    /// <returns>How many tokens it had.</returns>
    public async Task<int> RemoveAsync(ChildrenDbContext db, Guid child, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        if (await db.SearchEntries.FindAsync([child], ct) is not { } entry)
            return 0;
        var tokens = entry.Open(await vault.OfBaseAsync(ct));
        await DeleteAsync(db, child, tokens, ct);
        db.Entry(entry).State = EntityState.Detached;
        await db.SearchEntries.Where(e => e.Id == child).ExecuteDeleteAsync(ct);
        return tokens.Length;
    }

    public async Task<int> CountAsync(ChildrenDbContext db, Guid child, CancellationToken ct) =>
        await db.SearchEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == child, ct) is { } entry
            ? entry.Open(await vault.OfBaseAsync(ct)).Length
            : 0;

    /// <summary>Indexes children without an entry, after an upgrade. Runs at every start; two hosts starting at once share the work.</summary>
    public async Task CatchUpAsync(ChildrenDbContext db, CancellationToken ct)
    {
        var missing = db
            .Children.Where(c => c.State != ChildState.Voided && c.State != ChildState.Merged)
            .Where(c => !db.SearchEntries.Any(e => e.Id == c.Id));
        while (await missing.AnyAsync(ct))
        {
            await db.HoldAsync("search-index", ct);
            var portion = await missing.OrderBy(c => c.Id).Take(Portion).ToListAsync(ct);
            await ReindexAsync(db, portion, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    public async Task<Tokens> TokensAsync(CancellationToken ct) => new(await vault.SearchKeyAsync(ct));

    public async Task<ChildCipher> CipherAsync(CancellationToken ct) => new(await vault.SearchKeyAsync(ct));

    private async Task ReindexAsync(ChildrenDbContext db, IReadOnlyList<Child> children, CancellationToken ct)
    {
        var ids = children.Select(c => c.Id).ToList();
        var seals = await vault.ForTheBaseItselfAsync(ids, ct);
        var sections = await db
            .CardSections.AsNoTracking()
            .Where(s => ids.Contains(s.ChildId) && s.Code == SectionCode.Identity)
            .ToDictionaryAsync(s => s.ChildId, ct);
        var signals = (await db.Signals.AsNoTracking().Where(s => ids.Contains(s.ChildId)).ToListAsync(ct)).ToLookup(s => s.ChildId);
        foreach (var child in children)
        {
            // without its key the name cannot be read, so there is nothing to index
            var identity =
                !seals.TryGetValue(child.Id, out var seal) ? null
                : sections.TryGetValue(child.Id, out var section) && section.Open(seal) is Identity known ? known
                : signals[child.Id].FirstOrDefault()?.Open(seal).Child.AsIdentity();
            if (seal is null)
                db.SearchEntries.Add(await EmptyAsync(child.Id, ct));
            else
                await ReplaceAsync(db, child, identity ?? new(), seal, ct);
        }
    }

    private async Task<SearchEntry> EmptyAsync(Guid child, CancellationToken ct)
    {
        var entry = SearchEntry.Of(child);
        entry.Put([], await vault.OfBaseAsync(ct));
        return entry;
    }

    private async Task<HashSet<long>> TokensAsync(Child child, Identity identity, Seal seal, CancellationToken ct)
    {
        var hash = await TokensAsync(ct);
        return [.. SearchTexts.Of(identity, child.FoundBy(seal)).Select(text => hash.Of(child.District, text))];
    }

    /// <summary>All in one statement: registering a signal waits for it.</summary>
    private async Task InsertAsync(ChildrenDbContext db, Child child, IReadOnlyCollection<long> tokens, CancellationToken ct)
    {
        if (tokens.Count == 0)
            return;
        await db.BeginWriteAsync(ct);
        var known = reads
            .Sql()
            .Add("INSERT INTO {children.search_districts} (District) SELECT {} WHERE NOT EXISTS ", child.District)
            .Either("(SELECT 1 FROM {children.search_districts}", "(SELECT 1 FROM {children.search_districts} WITH (UPDLOCK, HOLDLOCK)")
            .Add(" WHERE District = {})", child.District);
        await db.ExecuteAsync(known, ct);
        var sql = reads
            .Sql()
            .Add("INSERT INTO {children.search_tokens} (Token, High, Low) SELECT ")
            .Either(
                "value ->> 0, value ->> 1, value ->> 2 FROM json_each({})",
                "Token, High, Low FROM OPENJSON({}) WITH (Token bigint '$[0]', High bigint '$[1]', Low bigint '$[2]')",
                await ListAsync(tokens, child.Id, ct)
            );
        await db.ExecuteAsync(sql, ct);
    }

    private async Task DeleteAsync(ChildrenDbContext db, Guid child, IReadOnlyCollection<long> tokens, CancellationToken ct)
    {
        if (tokens.Count == 0)
            return;
        var sql = reads
            .Sql()
            .Either(
                "DELETE FROM {children.search_tokens} WHERE (Token, High, Low) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({}))",
                "DELETE t FROM {children.search_tokens} t JOIN OPENJSON({}) WITH (Token bigint '$[0]', High bigint '$[1]', Low bigint '$[2]') j"
                    + " ON t.Token = j.Token AND t.High = j.High AND t.Low = j.Low",
                await ListAsync(tokens, child, ct)
            );
        await db.ExecuteAsync(sql, ct);
    }

    private async Task<string> ListAsync(IReadOnlyCollection<long> tokens, Guid child, CancellationToken ct)
    {
        using var cipher = await CipherAsync(ct);
        return JsonSerializer.Serialize(cipher.Close(tokens, child).Select(e => new[] { e.Token, e.High, e.Low }));
    }
}

/// <summary>The table of <see cref="SearchToken"/>.</summary>
internal sealed class SearchTokenConfiguration : IEntityTypeConfiguration<SearchToken>
{
    public void Configure(EntityTypeBuilder<SearchToken> e)
    {
        e.ToTable("search_tokens");
        e.HasKey(t => new
        {
            t.Token,
            t.High,
            t.Low,
        });
    }
}

/// <summary>The table of <see cref="SearchDistrict"/>.</summary>
internal sealed class SearchDistrictConfiguration : IEntityTypeConfiguration<SearchDistrict>
{
    public void Configure(EntityTypeBuilder<SearchDistrict> e)
    {
        e.ToTable("search_districts");
        e.HasKey(d => d.District);
    }
}

/// <summary>The table of <see cref="SearchEntry"/>.</summary>
internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> e)
    {
        e.ToTable("search_entries");
    }
}
