using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record CreateCourseRequest(CourseContents Course);

internal sealed record CreateCourseResponse(Guid Id);

internal sealed class CreateCourseValidator : Validator<CreateCourseRequest>
{
    public CreateCourseValidator() => RuleFor(r => r.Course).NotNull().SetValidator(new CourseContentsValidator());
}

/// <summary>The authorised body opens a course for some roles [15.3].</summary>
internal sealed class CreateCourseEndpoint(ReportingDbContext db, TrainingRecords book)
    : ApiEndpoint<CreateCourseRequest, CreateCourseResponse>
{
    public override void Configure()
    {
        Post("reporting/courses");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(CreateCourseRequest request, CancellationToken ct)
    {
        await book.RequireMaterialsAsync(request.Course.Materials, ct);
        var course = Course.Of(request.Course);
        db.Courses.Add(course);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/courses/{course.Id}", new(course.Id), course.Version);
    }
}
