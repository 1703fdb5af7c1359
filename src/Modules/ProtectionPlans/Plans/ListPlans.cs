using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="ChildId">Only this child's plans.</param>
internal sealed record ListPlansRequest(PlanStatus? Status = null, Guid? ChildId = null, string? Cursor = null, int? Size = null);

internal sealed record PlanItem(
    Guid Id,
    Guid ChildId,
    string ChildName,
    string Number,
    string Territory,
    int PlanVersion,
    PlanStatus Status,
    DateOnly FormedOn,
    DateOnly? SubmittedOn,
    DateOnly? DecidedOn,
    int Measures,
    CaseMark Mark
);

internal sealed class ListPlansValidator : Validator<ListPlansRequest>
{
    public ListPlansValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Plans inside the scope: the territorial unit's queue, children in danger first, or the versions of one child's plan; the latest first.</summary>
internal sealed class ListPlansEndpoint(ProtectionPlansDbContext db, ICases cases) : ApiEndpoint<ListPlansRequest, Page<PlanItem>>
{
    private sealed record Position(Guid Id, bool Danger = false);

    public override void Configure()
    {
        Get("plans");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListPlansRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var plans = db.Plans.AsNoTracking().Within(Caller.Scope);
        if (request.Status is { } status)
            plans = plans.Where(p => p.Status == status);
        if (request.ChildId is { } child)
            plans = plans.Where(p => p.ChildId == child);
        // few wait for a decision
        var danger =
            request.Status is PlanStatus.Submitted
                ? (await cases.MarksAsync(await plans.Select(p => p.ChildId).Distinct().ToListAsync(ct), ct)).InDanger()
                : [];
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            plans = after.Danger
                ? plans.Where(p => !danger.Contains(p.ChildId) || p.Id < after.Id)
                : plans.Where(p => !danger.Contains(p.ChildId) && p.Id < after.Id);
        var rows = await plans
            .OrderByDescending(p => danger.Contains(p.ChildId))
            .ThenByDescending(p => p.Id)
            .Take(size + 1)
            .Select(p => new { Plan = p, Measures = p.Measures.Count(m => m.Status != MeasureStatus.Dropped) })
            .ToListAsync(ct);
        var children = rows.Select(r => r.Plan.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new PlanItem(
                    r.Plan.Id,
                    r.Plan.ChildId,
                    names.GetValueOrDefault(r.Plan.ChildId, ""),
                    r.Plan.Number,
                    r.Plan.Territory,
                    r.Plan.PlanVersion,
                    r.Plan.Status,
                    r.Plan.FormedOn,
                    r.Plan.SubmittedOn,
                    r.Plan.DecidedOn,
                    r.Measures,
                    marks.Of(r.Plan.ChildId)
                ),
                r => new Position(r.Plan.Id, danger.Contains(r.Plan.ChildId))
            ),
            ct
        );
    }
}
