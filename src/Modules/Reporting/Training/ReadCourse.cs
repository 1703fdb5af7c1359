using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

internal sealed record ReadCourseRequest(Guid Id);

/// <param name="Several">More than one option is correct.</param>
internal sealed record CourseQuestionView(LocalText Text, bool Several, IReadOnlyList<LocalText> Options);

internal sealed record AttemptRow(DateTime At, int Right, int Questions, DateOnly? ValidUntil);

internal sealed record ReadCourseResponse(
    Guid Id,
    LocalText Name,
    LocalText About,
    int PassPercent,
    int ValidMonths,
    IReadOnlyList<MaterialRow> Materials,
    IReadOnlyList<CourseQuestionView> Questions,
    IReadOnlyList<AttemptRow> Attempts
);

/// <summary>A course for taking: the reading and the questions, never the correct answers [15.3].</summary>
internal sealed class ReadCourseEndpoint(ReportingDbContext db, TrainingRecords book) : ApiEndpoint<ReadCourseRequest, ReadCourseResponse>
{
    public override void Configure()
    {
        Get("reporting/courses/{id}");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadCourseRequest request, CancellationToken ct)
    {
        var course = await book.FindAsync(request.Id, ct);
        var contents = course.Contents;
        var attempts = await db
            .CourseAttempts.AsNoTracking()
            .Where(a => a.CourseId == course.Id && a.SpecialistId == Caller.SpecialistId)
            .OrderByDescending(a => a.At)
            .Take(Cursor.DefaultSize)
            .Select(a => new AttemptRow(a.At, a.Right, a.Questions, a.ValidUntil))
            .ToListAsync(ct);
        await Send.OkAsync(
            new(
                course.Id,
                contents.Name,
                contents.About,
                contents.PassPercent,
                contents.ValidMonths,
                await MaterialsAsync(contents.Materials, ct),
                [
                    .. contents.Questions.Select(q => new CourseQuestionView(
                        q.Text,
                        q.Options.Count(o => o.Right) > 1,
                        [.. q.Options.Select(o => o.Text)]
                    )),
                ],
                attempts
            ),
            ct
        );
    }

    private async Task<IReadOnlyList<MaterialRow>> MaterialsAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var rows = await (
            from m in db.Materials.AsNoTracking()
            where ids.Contains(m.Id) && m.Published != null && m.WithdrawnAt == null
            join e in db.MaterialEditions on new { m.Id, Number = m.Published!.Value } equals new { Id = e.MaterialId, e.Number }
            select new MaterialRow(m.Id, m.Kind, new(e.TitleKy, e.TitleRu, e.TitleEn), m.Clause, m.PublishedAt!.Value)
        ).ToListAsync(ct);
        return [.. ids.Select(id => rows.Find(r => r.Id == id)).OfType<MaterialRow>()];
    }
}
