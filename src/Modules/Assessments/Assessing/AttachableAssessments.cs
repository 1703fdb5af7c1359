using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Contracts;

namespace Registry.Assessments.Assessing;

/// <summary>Certificates and photos that an assessment rests on [13b.3].</summary>
internal sealed class AttachableAssessments(AssessmentsDbContext db) : IAttachable
{
    public AttachedTo Kind => AttachedTo.Assessment;

    public Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct) =>
        db.Assessments.AnyAsync(a => a.Id == id && a.ChildId == childId, ct);
}
