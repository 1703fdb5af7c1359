using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Training;

/// <summary>Queries about courses and their results by other slices and modules.</summary>
internal sealed class TrainingRecords(ReportingDbContext db) : ITraining
{
    public Task<bool> IsCourseAsync(Guid courseId, CancellationToken ct) =>
        db.Courses.AnyAsync(c => c.Id == courseId && c.ClosedAt == null, ct);

    public async Task<DateOnly?> ValidUntilAsync(Guid specialistId, Guid courseId, CancellationToken ct) =>
        (await ResultsAsync(specialistId, ct)).TryGetValue(courseId, out var until) ? until : null;

    /// <summary>The expiry day of each course a specialist has passed.</summary>
    public async Task<Dictionary<Guid, DateOnly>> ResultsAsync(Guid specialistId, CancellationToken ct) =>
        (await db.CourseAttempts.Where(a => a.SpecialistId == specialistId && a.ValidUntil != null).ToListAsync(ct))
            .GroupBy(a => a.CourseId)
            .ToDictionary(g => g.Key, g => g.Max(a => a.ValidUntil!.Value));

    /// <exception cref="DomainException">404</exception>
    public async Task<Course> FindAsync(Guid id, CancellationToken ct) =>
        await db.Courses.FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw DomainException.NotFound();

    /// <summary>A course's reading must be published.</summary>
    /// <exception cref="DomainException"><c>course.material-unknown</c></exception>
    public async Task RequireMaterialsAsync(IReadOnlyList<Guid> materials, CancellationToken ct)
    {
        if (await db.Materials.CountAsync(m => materials.Contains(m.Id) && m.Published != null, ct) != materials.Distinct().Count())
            throw new DomainException("course.material-unknown", 400, "course.materials");
    }
}
