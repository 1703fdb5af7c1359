using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Children.Drafts;

/// <summary>The children a user may keep and read drafts about: those of the territory, and those with a measure of one's own [16].</summary>
internal sealed class DraftSubjects(ChildrenDbContext db, IMeasures measures)
{
    public async Task<IReadOnlySet<Guid>> ReadableAsync(Caller reader, IReadOnlyCollection<Guid> children, CancellationToken ct)
    {
        var readable = (
            await db.Children.Within(reader.Scope).Where(c => children.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)
        ).ToHashSet();
        if (readable.Count < children.Count)
            readable.UnionWith(await measures.ChildrenOfAsync(reader.SpecialistId, [.. children.Except(readable)], ct));
        return readable;
    }

    public async Task<bool> IsReadableAsync(Caller reader, Guid? child, CancellationToken ct) =>
        child is not { } id || (await ReadableAsync(reader, [id], ct)).Count > 0;

    /// <exception cref="DomainException">404: there is no such child, or it is out of this reader's reach.</exception>
    public async Task RequireAsync(Caller reader, Guid? child, CancellationToken ct)
    {
        if (!await IsReadableAsync(reader, child, ct))
            throw DomainException.NotFound();
    }
}
