using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Data;
using Registry.Platform.Sealing;

namespace Registry.Platform.Keys;

/// <summary>
/// Issues, finds and destroys the keys of subjects. Keys are made durable ahead of need, many in one commit, so that opening a record costs no second commit;
/// a key that a crash left unused seals nothing and does no harm.
/// </summary>
public sealed class KeyStore(IServiceScopeFactory scopes, MasterKeys masters, WriteGate gate, DatabaseOptions database) : IDisposable
{
    /// <summary>Owner of the seals that belong to the Base itself, not to a child: stored answers, second factors, specialists' numbers.</summary>
    public static readonly Guid Base = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Key of the search tokens.</summary>
    public static readonly Guid Search = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Key of the journal's signatures.</summary>
    public static readonly Guid Journal = new("00000000-0000-7000-8000-000000000003");

    /// <summary>Key of the rows' MACs.</summary>
    public static readonly Guid Rows = new("00000000-0000-7000-8000-000000000004");

    /// <summary>Key of the columns under the <see cref="Registry.Platform.Keys.Veil"/>.</summary>
    public static readonly Guid Veil = new("00000000-0000-7000-8000-000000000005");

    private const string WrapPurpose = "key";
    private const int Ahead = 64;
    private const int MostKept = 20_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly ConcurrentQueue<(Guid Subject, SealingKey Key)> _ahead = new();
    private readonly SemaphoreSlim _making = new(1, 1);

    /// <summary>A new subject whose key is already durable.</summary>
    internal async Task<(Guid Subject, SealingKey Key)> IssueAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_ahead.TryDequeue(out var issued))
            {
                Keep(issued.Subject, issued.Key);
                return issued;
            }
            await _making.WaitAsync(ct);
            try
            {
                if (_ahead.IsEmpty)
                    await MakeAheadAsync(ct);
            }
            finally
            {
                _making.Release();
            }
        }
    }

    private async Task MakeAheadAsync(CancellationToken ct)
    {
        var made = Enumerable.Range(0, Ahead).Select(_ => (Subject: Ids.New(), Key: NewKey())).ToList();
        await AddAsync(made, ct);
        made.ForEach(_ahead.Enqueue);
    }

    /// <summary>Makes the keys of the Base when the key store is new.</summary>
    public async Task EnsureBaseKeysAsync(CancellationToken ct)
    {
        foreach (var subject in new[] { Base, Search })
            if ((await FindAsync([subject], ct)).Count == 0)
                await AddAsync([(subject, NewKey())], ct);
    }

    /// <summary>Keeps a key that was made elsewhere.</summary>
    internal Task KeepAsync(Guid subject, SealingKey key, CancellationToken ct) => AddAsync([(subject, key)], ct);

    private async Task AddAsync(IEnumerable<(Guid Subject, SealingKey Key)> keys, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
        db.Keys.AddRange(
            keys.Select(k => new WrappedKey
            {
                SubjectId = k.Subject,
                Wrapped = Wrap(k.Subject, k.Key),
                MasterKey = masters.Current,
            })
        );
        using var pass = await gate.EnterAsync(database.Keys, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The keys that exist; a destroyed subject is simply not among them.</summary>
    internal async ValueTask<Dictionary<Guid, SealingKey>> FindAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var found = new Dictionary<Guid, SealingKey>(subjects.Count);
        List<Guid>? missing = null;
        foreach (var subject in subjects)
            if (_kept.TryGetValue(subject, out SealingKey? key))
                found[subject] = key!;
            else
                (missing ??= []).Add(subject);
        if (missing is null)
            return found;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
        foreach (var wrapped in await db.Keys.AsNoTracking().Where(k => missing.Contains(k.SubjectId)).ToListAsync(ct))
        {
            var key = Unwrap(wrapped);
            Keep(wrapped.SubjectId, key);
            found[wrapped.SubjectId] = key;
        }
        return found;
    }

    /// <summary>SHA-256 of a subject's key, its first 16 hexadecimal digits; empty when there is no key.</summary>
    public async Task<string> FingerprintAsync(Guid subject, CancellationToken ct) =>
        (await FindAsync([subject], ct)).TryGetValue(subject, out var key)
            ? Convert.ToHexString(SHA256.HashData(key.Bytes).AsSpan(0, 8))
            : "";

    /// <summary>True when the store holds the subject's key; looks into the store itself.</summary>
    public async Task<bool> ExistsAsync(Guid subject, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeysDbContext>().Keys.AnyAsync(k => k.SubjectId == subject, ct);
    }

    /// <summary>Returns the subjects whose keys exist, one portion per query.</summary>
    public async Task<HashSet<Guid>> ExistingAsync(IEnumerable<Guid> subjects, CancellationToken ct)
    {
        const int portion = 500;
        var existing = new HashSet<Guid>();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
        foreach (var chunk in subjects.Chunk(portion))
            existing.UnionWith(await db.Keys.Where(k => chunk.Contains(k.SubjectId)).Select(k => k.SubjectId).ToListAsync(ct));
        return existing;
    }

    /// <summary>Destroys keys: nothing sealed under them can be opened again, in no copy. Safe twice.</summary>
    public async Task DestroyAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
        using (await gate.EnterAsync(database.Keys, ct))
            await db.Keys.Where(k => subjects.Contains(k.SubjectId)).ExecuteDeleteAsync(ct);
        foreach (var subject in subjects)
            _kept.Remove(subject);
    }

    /// <summary>Rewraps every key under the current master key, one portion per commit; the sealed data are not touched. Safe to stop and run again.</summary>
    /// <returns>How many keys were rewrapped.</returns>
    public async Task<int> RotateMasterKeyAsync(CancellationToken ct)
    {
        const int portion = 1_000;
        for (var total = 0; ; )
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KeysDbContext>();
            var old = await db.Keys.Where(k => k.MasterKey != masters.Current).Take(portion).ToListAsync(ct);
            if (old.Count == 0)
                return total;
            foreach (var key in old)
            {
                key.Wrapped = Wrap(key.SubjectId, Unwrap(key));
                key.MasterKey = masters.Current;
            }
            using var pass = await gate.EnterAsync(database.Keys, ct);
            total += await db.SaveChangesAsync(ct);
        }
    }

    private void Keep(Guid subject, SealingKey key) =>
        _kept.Set(subject, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });

    internal static SealingKey NewKey() => new(RandomNumberGenerator.GetBytes(Cipher.KeySize));

    private byte[] Wrap(Guid subject, SealingKey key) =>
        Cipher.Seal(masters[masters.Current], subject, new(subject), WrapPurpose, key.Bytes);

    private SealingKey Unwrap(WrappedKey key) =>
        new(Cipher.Open(masters[key.MasterKey], key.SubjectId, new(key.SubjectId), WrapPurpose, key.Wrapped));

    public void Dispose()
    {
        _kept.Dispose();
        _making.Dispose();
    }
}
