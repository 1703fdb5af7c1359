using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record ReadTrainingOverviewRequest(Guid Id);

internal sealed record TrainedSpecialist(Guid SpecialistId, string FullName, Role Role, CourseState State, DateOnly? ValidUntil);

internal sealed record TrainedBody(
    Guid BodyId,
    string NameKy,
    string NameRu,
    int Assigned,
    int Valid,
    IReadOnlyList<TrainedSpecialist> People
);

internal sealed record ReadTrainingOverviewResponse(int Assigned, int Valid, IReadOnlyList<TrainedBody> Bodies);

/// <summary>Who has to take a course and who has taken it, body by body, those furthest behind first [15.3].</summary>
internal sealed class ReadTrainingOverviewEndpoint(ReportingDbContext db, TrainingRecords book, IAccounts accounts, TimeProvider time)
    : ApiEndpoint<ReadTrainingOverviewRequest, ReadTrainingOverviewResponse>
{
    public override void Configure()
    {
        Get("reporting/courses/{id}/overview");
        Guarded(Permission.ManageTraining, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadTrainingOverviewRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        var today = time.Today();
        var assigned = (await accounts.ActiveAsync(today, ct)).Where(a => course.Contents.Roles.Contains(a.Role)).ToList();
        var results = (
            await db
                .CourseAttempts.Where(a => a.CourseId == course.Id && a.ValidUntil != null)
                .GroupBy(a => a.SpecialistId)
                .Select(g => new { g.Key, Until = g.Max(a => a.ValidUntil) })
                .ToListAsync(ct)
        ).ToDictionary(r => r.Key, r => r.Until);
        var bodies = assigned
            .GroupBy(a => (a.BodyId, a.BodyKy, a.BodyRu))
            .Select(body =>
            {
                var people = body.Select(a => PersonOf(a, results.GetValueOrDefault(a.SpecialistId), today)).ToList();
                return new TrainedBody(
                    body.Key.BodyId,
                    body.Key.BodyKy,
                    body.Key.BodyRu,
                    people.Count,
                    people.Count(p => p.State is CourseState.Valid),
                    people
                );
            })
            .OrderBy(b => (double)b.Valid / b.Assigned)
            .ThenBy(b => b.NameRu, StringComparer.Ordinal)
            .ToList();
        await Send.OkAsync(new(bodies.Sum(b => b.Assigned), bodies.Sum(b => b.Valid), bodies), ct);
    }

    private static TrainedSpecialist PersonOf(RoleOfSpecialist a, DateOnly? until, DateOnly today) =>
        new(a.SpecialistId, a.FullName, a.Role, ListMyCoursesEndpoint.StateOf(until, today), until);
}
