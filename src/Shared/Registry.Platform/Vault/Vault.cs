using Registry.Basics;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;

namespace Registry.Platform.Vault;

/// <summary>
/// Seals and opens what belongs to a child. Opening is an explicit act: the child's id goes into the journal entry of the running call.
/// </summary>
public sealed class Vault(KeyStore keys, OpenedSeals opened)
{
    /// <summary>A new subject with a key of its own.</summary>
    public async Task<Seal> NewSubjectAsync(CancellationToken ct)
    {
        var (subject, key) = await keys.IssueAsync(ct);
        return new(subject, key, opened);
    }

    /// <exception cref="DomainException">The subject's key was destroyed: <c>subject.purged</c>.</exception>
    public async Task<Seal> OfAsync(Guid subject, CancellationToken ct) =>
        (await OfAsync([subject], ct)).GetValueOrDefault(subject) ?? throw new DomainException("subject.purged", 410);

    /// <summary>The seals of those subjects whose keys exist.</summary>
    public async Task<Dictionary<Guid, Seal>> OfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        (await keys.FindAsync(subjects, ct)).ToDictionary(k => k.Key, k => new Seal(k.Key, k.Value, opened));

    /// <summary>Seals opened by the Base itself to compare, whose contents are not shown: such an opening is not a read.</summary>
    public async Task<Dictionary<Guid, Seal>> ForTheBaseItselfAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        (await keys.FindAsync(subjects, ct)).ToDictionary(k => k.Key, k => new Seal(k.Key, k.Value, null));

    /// <summary>The seal of the Base itself; opening it concerns the Base alone and is not journalled.</summary>
    public async Task<Seal> OfBaseAsync(CancellationToken ct) =>
        new(KeyStore.Base, (await keys.FindAsync([KeyStore.Base], ct))[KeyStore.Base], null);

    /// <summary>The secret under which search tokens are made.</summary>
    public async Task<byte[]> SearchKeyAsync(CancellationToken ct) => (await keys.FindAsync([KeyStore.Search], ct))[KeyStore.Search].Bytes;
}
