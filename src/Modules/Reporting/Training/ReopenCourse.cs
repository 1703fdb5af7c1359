using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record ReopenCourseRequest(Guid Id);

/// <summary>Reopens a closed course: it can be taken again.</summary>
internal sealed class ReopenCourseEndpoint(ReportingDbContext db, TrainingRecords book) : ApiEndpoint<ReopenCourseRequest, object?>
{
    public override void Configure()
    {
        Post("reporting/courses/{id}/reopen");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ReopenCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        HttpContext.Expect(course);
        course.Reopen();
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
