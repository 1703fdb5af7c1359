using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record PreviewCloseCourseRequest(Guid Id);

/// <summary>Whom closing a course locks out: accounts that need it and have not passed it open nothing else [15.3].</summary>
internal sealed class PreviewCloseCourseEndpoint(TrainingRecords book, IAccounts accounts, TimeProvider time)
    : PreviewEndpoint<PreviewCloseCourseRequest>
{
    public override void Configure() => Previews("reporting/courses/{id}/consequences", Permission.ManageTraining, Reach.Reference);

    public override async Task HandleAsync(PreviewCloseCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        await ShowAsync(
            course.Contents.Name,
            canBeUndone: true,
            [new(ConsequenceKind.AccountsHeldByCourse, await accounts.HeldByCourseAsync(course.Id, time.Today(), ct))],
            ct
        );
    }
}
