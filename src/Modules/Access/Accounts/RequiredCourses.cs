using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Events;

namespace Registry.Access.Accounts;

/// <summary>An account can require a valid course [15.3].</summary>
internal static class RequiredCourses
{
    /// <returns>Until when the specialist's result of the required course is valid; null when none is required or it was never passed.</returns>
    /// <exception cref="DomainException"><c>account.course-unknown</c></exception>
    public static async Task<DateOnly?> OfRequiredAsync(this ITraining training, AccessData access, Guid specialist, CancellationToken ct)
    {
        if (access.RequiredCourse is not { } course)
            return null;
        if (!await training.IsCourseAsync(course, ct))
            throw new DomainException("account.course-unknown", 400, "access.requiredCourse");
        return await training.ValidUntilAsync(specialist, course, ct);
    }
}

/// <summary>A passed course opens the accounts that waited for it.</summary>
internal sealed class OpenTrainedAccounts(AccessDbContext db, TimeProvider time)
    : ModuleEventHandler<CoursePassed, AccessDbContext>(db, time)
{
    protected override async Task ApplyAsync(CoursePassed @event, CancellationToken ct)
    {
        foreach (
            var account in await Db
                .Accounts.Where(a => a.SpecialistId == @event.SpecialistId && a.RequiredCourse == @event.CourseId)
                .ToListAsync(ct)
        )
            account.PassCourse(@event.CourseId, @event.ValidUntil);
    }
}
