using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record ListMyMeasuresRequest(bool? Done = null, string? Cursor = null, int? Size = null);

/// <param name="Files">Evidence sent so far.</param>
internal sealed record MyMeasure(
    MeasureView Measure,
    Guid ChildId,
    string ChildName,
    string Number,
    IReadOnlyList<AttachedFile> Files,
    CaseMark Mark
);

/// <summary>
/// The measures that the caller is responsible for [16], children in danger first, finished ones latest first. A specialist of another body sees
/// nothing else of the plan.
/// </summary>
internal sealed class ListMyMeasuresEndpoint(
    ProtectionPlansDbContext db,
    PlanViews views,
    ICases cases,
    IAttachments attachments,
    Vault vault
) : ApiEndpoint<ListMyMeasuresRequest, Page<MyMeasure>>
{
    private sealed record Position(DateOnly On, Guid Id, bool Danger = false);

    public override void Configure()
    {
        Get("plans/my-measures");
        Guarded(Permission.ReportMeasures, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListMyMeasuresRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var mine =
            from m in db.Measures.AsNoTracking()
            join p in db.Plans.Within(DataScope.Republic) on m.PlanId equals p.Id
            where m.ResponsibleId == Caller.SpecialistId && p.Status == PlanStatus.InForce && m.DueOn != null
            select new { Measure = m, p.Number };
        mine =
            request.Done == true
                ? mine.Where(x => x.Measure.Status == MeasureStatus.Done || x.Measure.Status == MeasureStatus.NotPossible)
                : mine.Where(x => x.Measure.Status == MeasureStatus.Planned || x.Measure.Status == MeasureStatus.InProgress);
        // finished ones are no longer urgent
        var danger =
            request.Done == true
                ? []
                : (await cases.MarksAsync(await mine.Select(x => x.Measure.ChildId).Distinct().ToListAsync(ct), ct)).InDanger();
        var after = Cursor.Read<Position>(request.Cursor);
        if (after is not null)
            mine =
                request.Done == true
                    ? mine.Where(x =>
                        (x.Measure.DoneOn ?? x.Measure.DueOn) < after.On
                        || ((x.Measure.DoneOn ?? x.Measure.DueOn) == after.On && x.Measure.Id < after.Id)
                    )
                    : mine.Where(x =>
                        (after.Danger && !danger.Contains(x.Measure.ChildId))
                        || (
                            danger.Contains(x.Measure.ChildId) == after.Danger
                            && (x.Measure.DueOn > after.On || (x.Measure.DueOn == after.On && x.Measure.Id > after.Id))
                        )
                    );
        mine =
            request.Done == true
                ? mine.OrderByDescending(x => x.Measure.DoneOn ?? x.Measure.DueOn).ThenByDescending(x => x.Measure.Id)
                : mine.OrderByDescending(x => danger.Contains(x.Measure.ChildId)).ThenBy(x => x.Measure.DueOn).ThenBy(x => x.Measure.Id);
        var rows = await mine.Take(size + 1).ToListAsync(ct);
        var children = rows.Select(r => r.Measure.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var files = (await attachments.OfAsync(AttachedTo.Measure, [.. rows.Select(r => r.Measure.Id)], ct)).ToLookup(f => f.AboutId);
        var none = new Dictionary<Guid, string>();
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new MyMeasure(
                    views.ViewOf(r.Measure, r.Measure.Open(seals[r.Measure.ChildId]), none) with
                    {
                        Because = [],
                    },
                    r.Measure.ChildId,
                    names.GetValueOrDefault(r.Measure.ChildId, ""),
                    r.Number,
                    [.. files[r.Measure.Id]],
                    marks.Of(r.Measure.ChildId)
                ),
                r => new Position(
                    (request.Done == true ? r.Measure.DoneOn : null) ?? r.Measure.DueOn!.Value,
                    r.Measure.Id,
                    danger.Contains(r.Measure.ChildId)
                )
            ),
            ct
        );
    }
}
