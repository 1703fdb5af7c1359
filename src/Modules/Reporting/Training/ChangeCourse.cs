using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record ChangeCourseRequest(Guid Id, CourseContents Course);

internal sealed class ChangeCourseValidator : Validator<ChangeCourseRequest>
{
    public ChangeCourseValidator() => RuleFor(r => r.Course).NotNull().SetValidator(new CourseContentsValidator());
}

/// <summary>Changes a course; results of the earlier edition remain valid until they expire.</summary>
internal sealed class ChangeCourseEndpoint(ReportingDbContext db, TrainingRecords book) : ApiEndpoint<ChangeCourseRequest, object?>
{
    public override void Configure()
    {
        Put("reporting/courses/{id}");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        HttpContext.Expect(course);
        await book.RequireMaterialsAsync(request.Course.Materials, ct);
        course.Change(request.Course);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
