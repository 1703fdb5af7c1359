using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Journal;

/// <summary>The journal's key: in the key store, wrapped by the master key, so that no database knows it and a rotation keeps it.</summary>
public sealed class JournalKey(KeyStore keys, JournalMarks marks, JournalAnchors anchors)
{
    private const int Portion = 5_000;
    private static readonly byte[] Purpose = "journal"u8.ToArray();

    /// <exception cref="InvalidOperationException">The key store has no key of the journal.</exception>
    internal async ValueTask<JournalSigner> SignerAsync(CancellationToken ct)
    {
        var found = await keys.FindAsync([KeyStore.Journal], ct);
        return found.TryGetValue(KeyStore.Journal, out var key)
            ? SignerOf(key)
            : throw new InvalidOperationException("The key store has no key of the journal.");
    }

    /// <summary>
    /// Makes the key of a new Base. A Base from before blocks were signed has its blocks signed once, before the key is kept: stopped in between, it begins again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The key is gone although lines were signed with it.</exception>
    public async Task EnsureAsync(PlatformDbContext db, CancellationToken ct)
    {
        if (await keys.ExistsAsync(KeyStore.Journal, ct))
            return;
        if (await anchors.HaveSignedLinesAsync(ct))
            throw new InvalidOperationException(
                "The key store has lost the key of the journal: the anchors hold lines that were signed with it. Put the key store back from its backup."
            );
        var key = KeyStore.NewKey();
        await SignOlderAsync(db, SignerOf(key), ct);
        var head = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstOrDefaultAsync(ct);
        var mark = new JournalMark
        {
            Name = JournalMark.Head,
            Seq = head?.LastSeq ?? 0,
            Hash = head?.Hash ?? [],
        };
        await marks.PutAsync([mark], SignerOf(key), ct);
        await keys.KeepAsync(KeyStore.Journal, key, ct);
    }

    private static async Task SignOlderAsync(PlatformDbContext db, JournalSigner signer, CancellationToken ct)
    {
        var after = 0L;
        await db.BeginWriteAsync(ct);
        while (
            await db.JournalBlocks.Where(b => b.LastSeq > after).OrderBy(b => b.LastSeq).Take(Portion).ToListAsync(ct)
                is { Count: > 0 } blocks
        )
        {
            foreach (var block in blocks)
                block.Mac = block.Sign(signer);
            await db.SaveDirectlyAsync(ct);
            db.ChangeTracker.Clear();
            after = blocks[^1].LastSeq;
        }
        await db.UnitOfWork.CommitAsync(ct);
    }

    private static JournalSigner SignerOf(SealingKey key) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, Cipher.KeySize, info: Purpose));
}
