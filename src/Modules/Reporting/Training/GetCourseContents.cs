using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record GetCourseContentsRequest(Guid Id);

internal sealed record GetCourseContentsResponse(Guid Id, CourseContents Course, int Edition, bool IsClosed);

/// <summary>A course with its correct answers, for course authors.</summary>
internal sealed class GetCourseContentsEndpoint(TrainingRecords book) : ApiEndpoint<GetCourseContentsRequest, GetCourseContentsResponse>
{
    public override void Configure()
    {
        Get("reporting/courses/{id}/contents");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(GetCourseContentsRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        HttpContext.ShowVersion(course.Version);
        await Send.OkAsync(new(course.Id, course.Contents, course.Edition, course.ClosedAt is not null), ct);
    }
}
