using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Disclosures;

internal sealed record ListDisclosuresRequest(DisclosureStatus? Status = null, string? Cursor = null, int? Size = null);

/// <summary>The register of disclosures inside the scope, the latest first; among those that wait, children in danger come first [27].</summary>
internal sealed class ListDisclosuresEndpoint(IntegrationDbContext db, ICases cases)
    : ApiEndpoint<ListDisclosuresRequest, Page<DisclosureRow>>
{
    private sealed record Position(DateTime At, Guid Id, bool Danger = false);

    public override void Configure()
    {
        Get("integration/disclosures");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListDisclosuresRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Disclosures.AsNoTracking().Within(Caller.Scope);
        if (request.Status is { } status)
            rows = rows.Where(d => d.Status == status);
        var danger = request.Status is DisclosureStatus.Requested or DisclosureStatus.Granted
            ? (await cases.MarksAsync(await rows.Select(d => d.ChildId).Distinct().ToListAsync(ct), ct)).InDanger()
            : [];
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(d =>
                (after.Danger && !danger.Contains(d.ChildId))
                || (
                    danger.Contains(d.ChildId) == after.Danger
                    && (d.RegisteredAt < after.At || (d.RegisteredAt == after.At && d.Id < after.Id))
                )
            );
        var page = await rows.OrderByDescending(d => danger.Contains(d.ChildId))
            .ThenByDescending(d => d.RegisteredAt)
            .ThenByDescending(d => d.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var marks = await cases.MarksAsync([.. page.Select(d => d.ChildId).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                d => DisclosureReads.RowOf(d) with { Mark = marks.Of(d.ChildId) },
                d => new Position(d.RegisteredAt, d.Id, danger.Contains(d.ChildId))
            ),
            ct
        );
    }
}
