using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Closings;

internal sealed record ListClosingsRequest(ClosingStatus? Status = null, Guid? ChildId = null, string? Cursor = null, int? Size = null);

internal sealed record ClosingView(
    Guid Id,
    Guid ChildId,
    string ChildName,
    string Number,
    string Territory,
    Ending Ending,
    ClosingStatus Status,
    DateOnly HappenedOn,
    DateOnly RequestedOn,
    string? RequestedBy,
    DateOnly? DecidedOn,
    string? DecidedBy,
    ClosingContents Contents,
    bool CanDecide,
    Guid Version,
    CaseMark Mark
);

internal sealed class ListClosingsValidator : Validator<ListClosingsRequest>
{
    public ListClosingsValidator()
    {
        RuleFor(r => r.Cursor).MaximumLength(500);
    }
}

/// <summary>Requests to end a case inside the scope: the territorial unit's queue, children in danger first, or one child's [11.5, 20.9].</summary>
internal sealed class ListClosingsEndpoint(ProtectionPlansDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ListClosingsRequest, Page<ClosingView>>
{
    public override void Configure()
    {
        Get("closings");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListClosingsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var closings = db.Closings.AsNoTracking().Within(Caller.Scope);
        if (request.Status is { } status)
            closings = closings.Where(c => c.Status == status);
        if (request.ChildId is { } child)
            closings = closings.Where(c => c.ChildId == child);
        // few wait for a decision
        var danger =
            request.Status is ClosingStatus.Requested
                ? (await cases.MarksAsync(await closings.Select(c => c.ChildId).Distinct().ToListAsync(ct), ct)).InDanger()
                : [];
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            closings = after.Danger
                ? closings.Where(c => !danger.Contains(c.ChildId) || c.Id < after.Id)
                : closings.Where(c => !danger.Contains(c.ChildId) && c.Id < after.Id);
        var rows = await closings
            .OrderByDescending(c => danger.Contains(c.ChildId))
            .ThenByDescending(c => c.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var children = rows.Select(r => r.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var people = await specialists.NamesAsync(
            [.. rows.SelectMany(r => new[] { r.RequestedBy, r.DecidedBy ?? r.RequestedBy }).Distinct()],
            ct
        );
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                c => new ClosingView(
                    c.Id,
                    c.ChildId,
                    names.GetValueOrDefault(c.ChildId, ""),
                    c.Number,
                    c.Territory,
                    c.Ending,
                    c.Status,
                    c.HappenedOn,
                    c.RequestedOn,
                    people.GetValueOrDefault(c.RequestedBy),
                    c.DecidedOn,
                    c.DecidedBy is { } by ? people.GetValueOrDefault(by) : null,
                    c.Open(seals[c.ChildId]),
                    c.Status is ClosingStatus.Requested && Caller.May(Permission.ConsentToClosing),
                    c.Version,
                    marks.Of(c.ChildId)
                ),
                c => new Position(c.Id, danger.Contains(c.ChildId))
            ),
            ct
        );
    }

    private sealed record Position(Guid Id, bool Danger = false);
}
