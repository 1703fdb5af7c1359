using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans;

/// <summary>Evidence of a measure [13b.4].</summary>
internal sealed class AttachableMeasures(ProtectionPlansDbContext db) : IAttachable
{
    public AttachedTo Kind => AttachedTo.Measure;

    public Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct) =>
        db.Measures.AnyAsync(m => m.Id == id && m.ChildId == childId, ct);
}

/// <summary>What was seen at a visit [15.4].</summary>
internal sealed class AttachableVisits(ProtectionPlansDbContext db) : IAttachable
{
    public AttachedTo Kind => AttachedTo.Visit;

    public Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct) =>
        db.Visits.AnyAsync(v => v.Id == id && v.ChildId == childId, ct);
}

/// <summary>The ground of an ending [11.5, 20.9].</summary>
internal sealed class AttachableClosings(ProtectionPlansDbContext db) : IAttachable
{
    public AttachedTo Kind => AttachedTo.Closing;

    public Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct) =>
        db.Closings.AnyAsync(c => c.Id == id && c.ChildId == childId, ct);
}
