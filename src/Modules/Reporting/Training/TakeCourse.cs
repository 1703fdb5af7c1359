using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

/// <param name="Answers">For each question, in order, the numbers of the options chosen, from 0.</param>
internal sealed record TakeCourseRequest(Guid Id, IReadOnlyList<IReadOnlyList<int>> Answers);

/// <param name="Wrong">Numbers of the wrongly answered questions, from 0; the correct answers are in the materials.</param>
internal sealed record TakeCourseResponse(bool Passed, int Right, int Questions, DateOnly? ValidUntil, IReadOnlyList<int> Wrong);

internal sealed class TakeCourseValidator : Validator<TakeCourseRequest>
{
    public TakeCourseValidator() =>
        RuleFor(r => r.Answers).NotEmpty().Must(a => a is not { Count: > 100 }).WithErrorCode("course.answers-incomplete");
}

/// <summary>A user takes a course's test; if passed, it is valid for the course's term [15.3].</summary>
internal sealed class TakeCourseEndpoint(ReportingDbContext db, TrainingRecords book, TimeProvider time)
    : ApiEndpoint<TakeCourseRequest, TakeCourseResponse>
{
    public override void Configure()
    {
        Post("reporting/courses/{id}/attempts");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(TakeCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        var attempt = course.Take(request.Answers, (Caller.SpecialistId, Caller.BodyId), time.Utc(), time.Today());
        db.CourseAttempts.Add(attempt);
        if (attempt.ValidUntil is { } until)
            db.Publish(new CoursePassed(Caller.SpecialistId, course.Id, until), time);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(attempt.ValidUntil is not null, attempt.Right, attempt.Questions, attempt.ValidUntil, attempt.Wrong), ct);
    }
}
