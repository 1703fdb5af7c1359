using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Children.Attachments;

/// <summary>The document that proves a reported change [20].</summary>
internal sealed class AttachableChanges(ChildrenDbContext db) : IAttachable
{
    public AttachedTo Kind => AttachedTo.Change;

    public Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct) =>
        db.Changes.AnyAsync(c => c.Id == id && c.ChildId == childId, ct);
}
