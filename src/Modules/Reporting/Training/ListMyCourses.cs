using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal enum CourseState
{
    NotPassed,
    Valid,
    Expired,
}

/// <param name="IsMine">Required for the user's role.</param>
internal sealed record MyCourse(Guid Id, LocalText Name, LocalText About, bool IsMine, CourseState State, DateOnly? ValidUntil);

internal sealed record ListMyCoursesResponse(IReadOnlyList<MyCourse> Items);

/// <summary>The open courses, those for the user's role first, each with the user's result [15.3].</summary>
internal sealed class ListMyCoursesEndpoint(ReportingDbContext db, TrainingRecords book, TimeProvider time)
    : ApiEndpoint<ListMyCoursesResponse>
{
    public override void Configure()
    {
        Get("reporting/courses");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var courses = await db.Courses.AsNoTracking().Where(c => c.ClosedAt == null).ToListAsync(ct);
        var results = await book.ResultsAsync(Caller.SpecialistId, ct);
        var today = time.Today();
        await Send.OkAsync(
            new([
                .. courses
                    .Select(c => MineOf(c, results.TryGetValue(c.Id, out var until) ? until : null, Caller.Role, today))
                    .OrderByDescending(c => c.IsMine)
                    .ThenBy(c => c.Name.Ky, StringComparer.Ordinal),
            ]),
            ct
        );
    }

    private static MyCourse MineOf(Course course, DateOnly? until, Role role, DateOnly today) =>
        new(course.Id, course.Contents.Name, course.Contents.About, course.Contents.Roles.Contains(role), StateOf(until, today), until);

    public static CourseState StateOf(DateOnly? until, DateOnly today) =>
        until is null ? CourseState.NotPassed
        : until < today ? CourseState.Expired
        : CourseState.Valid;
}
