using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.People;
using Registry.Kernel.Vault;

namespace Registry.Children.Search;

/// <summary>A keyed hash of something a child can be found by. Without the key store it tells nothing.</summary>
internal sealed class SearchToken : ICaseRow
{
    public long Token { get; init; }
    public required string District { get; init; }
    public Guid ChildId { get; init; }
}

/// <summary>Makes the tokens of a child: its name's words whole, their beginnings, their forms with one letter left out (for typing errors), number and birth date.</summary>
internal sealed class SearchIndex(Vault vault)
{
    public const int ShortestPrefix = 2;
    public const int LongestPrefix = 8;
    private const int ShortestFuzzy = 4;

    public async Task AddAsync(ChildrenDbContext db, Child child, Identity identity, CancellationToken ct)
    {
        var hash = await TokensAsync(ct);
        db.SearchTokens.AddRange(
            TextsOf(identity)
                .Select(hash.Of)
                .Distinct()
                .Select(token => new SearchToken
                {
                    Token = token,
                    District = child.District,
                    ChildId = child.Id,
                })
        );
    }

    public async Task ReplaceAsync(ChildrenDbContext db, Child child, Identity identity, CancellationToken ct)
    {
        var hash = await TokensAsync(ct);
        var wanted = TextsOf(identity).Select(hash.Of).ToHashSet();
        var known = await db.SearchTokens.Where(t => t.ChildId == child.Id).ToListAsync(ct);
        db.SearchTokens.RemoveRange(known.Where(t => !wanted.Contains(t.Token)));
        db.SearchTokens.AddRange(
            wanted
                .Except(known.Select(t => t.Token))
                .Select(token => new SearchToken
                {
                    Token = token,
                    District = child.District,
                    ChildId = child.Id,
                })
        );
    }

    public async Task<Tokens> TokensAsync(CancellationToken ct) => new(await vault.SearchKeyAsync(ct));

    internal static IEnumerable<string> TextsOf(Identity identity)
    {
        foreach (var word in NameKey.Words(identity.Surname, identity.Name, identity.Patronymic))
        {
            yield return Whole(word);
            for (var length = ShortestPrefix; length <= Math.Min(word.Length, LongestPrefix); length++)
                yield return Beginning(word[..length]);
            foreach (var form in Forms(word))
                yield return form;
        }
        if (identity.Pin is { Length: > 0 } pin)
            yield return Number(pin);
        if (identity.BirthDate is { } born)
            yield return Born(born);
    }

    public static string Whole(string word) => $"w:{word}";

    public static string Beginning(string word) => $"p:{(word.Length > LongestPrefix ? word[..LongestPrefix] : word)}";

    public static string Number(string pin) => $"n:{pin}";

    public static string Born(DateOnly day) => "b:" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a word one typing error away, or one that begins so, has.</summary>
    public static string[] Near(string word) => [.. Forms(word), Beginning(word)];

    /// <summary>The word and its forms with one letter left out: two words one error apart share a form.</summary>
    public static IEnumerable<string> Forms(string word)
    {
        if (word.Length < ShortestFuzzy)
            yield break;
        yield return $"f:{word}";
        for (var i = 0; i < word.Length; i++)
            yield return $"f:{word.Remove(i, 1)}";
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
