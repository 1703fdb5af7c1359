using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Children.Signals;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Merging;
using Registry.Kernel.Vault;

namespace Registry.Children.Search;

/// <summary>A keyed hash of something a child can be found by. Without the key store it tells nothing.</summary>
[StaysWithCard("made anew from the names of the surviving card")]
internal sealed class SearchToken : ICaseRow
{
    public long Token { get; init; }
    public required string District { get; init; }
    public Guid ChildId { get; init; }
}

/// <summary>Keeps the tokens of a child as its names, numbers and relatives are.</summary>
internal sealed class SearchIndex(Vault vault, HotReads reads)
{
    /// <summary>A child that was not found by anything yet.</summary>
    public async Task AddAsync(ChildrenDbContext db, Child child, Identity identity, Seal seal, CancellationToken ct) =>
        await InsertAsync(db, child, await TokensAsync(child, identity, seal, ct), ct);

    public async Task ReplaceAsync(ChildrenDbContext db, Child child, Identity identity, Seal seal, CancellationToken ct)
    {
        var wanted = await TokensAsync(child, identity, seal, ct);
        await db.BeginWriteAsync(ct);
        var known = await db.SearchTokens.AsNoTracking().Where(t => t.ChildId == child.Id).Select(t => t.Token).ToListAsync(ct);
        var gone = known.Except(wanted).ToList();
        if (gone.Count > 0)
            await db.SearchTokens.Where(t => t.ChildId == child.Id && gone.Contains(t.Token)).ExecuteDeleteAsync(ct);
        wanted.ExceptWith(known);
        await InsertAsync(db, child, wanted, ct);
    }

    /// <summary>A section that says by what the child is found was changed.</summary>
    /// <param name="before">The identity that was replaced, if it was that.</param>
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

    /// <summary>A report that is about the child too names it in its own way.</summary>
    public async Task LearnAsync(ChildrenDbContext db, Child child, SignalContents signal, Seal seal, CancellationToken ct)
    {
        var section = await db.CardSections.SingleAsync(s => s.ChildId == child.Id && s.Code == SectionCode.Identity, ct);
        var identity = Card.Open([section], seal).Identity ?? new Identity();
        child.CallToo(child.OtherNamesBy(seal).Reported(signal, identity), seal);
        await ReplaceAsync(db, child, identity, seal, ct);
    }

    /// <summary>Nothing is found by this child any more: its record goes.</summary>
    public static async Task RemoveAsync(ChildrenDbContext db, Child child, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        await db.SearchTokens.Where(t => t.ChildId == child.Id).ExecuteDeleteAsync(ct);
    }

    public async Task<Tokens> TokensAsync(CancellationToken ct) => new(await vault.SearchKeyAsync(ct));

    private async Task<HashSet<long>> TokensAsync(Child child, Identity identity, Seal seal, CancellationToken ct)
    {
        var hash = await TokensAsync(ct);
        return [.. SearchTexts.Of(identity, child.FoundBy(seal)).Select(hash.Of)];
    }

    /// <summary>All in one statement: registering a signal waits for it.</summary>
    private async Task InsertAsync(ChildrenDbContext db, Child child, HashSet<long> tokens, CancellationToken ct)
    {
        if (tokens.Count == 0)
            return;
        await db.BeginWriteAsync(ct);
        var list = JsonSerializer.Serialize(tokens);
        var sql = reads
            .Sql()
            .Add(
                "INSERT INTO {children.search_tokens} (Token, District, ChildId) SELECT CAST(value AS bigint), {}, {} FROM ",
                child.District,
                child.Id
            )
            .Either("json_each({})", "OPENJSON({})", list);
        await db.ExecuteAsync(sql, ct);
    }
}

/// <summary>Hashes texts under the search key: HMAC-SHA-256, 8 bytes of it.</summary>
internal sealed class Tokens(byte[] key)
{
    public long Of(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
