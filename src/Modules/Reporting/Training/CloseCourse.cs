using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record CloseCourseRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <summary>Closes a course: it can no longer be taken.</summary>
internal sealed class CloseCourseEndpoint(ReportingDbContext db, TrainingRecords book, TimeProvider time)
    : ApiEndpoint<CloseCourseRequest, object?>
{
    public override void Configure()
    {
        Post("reporting/courses/{id}/close");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(CloseCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        HttpContext.Expect(course);
        request.RequireConfirmed(course.Contents.Name);
        course.Close(time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
