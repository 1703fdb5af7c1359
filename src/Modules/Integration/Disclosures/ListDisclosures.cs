using Microsoft.EntityFrameworkCore;
using Registry.Integration.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Integration.Disclosures;

internal sealed record ListDisclosuresRequest(DisclosureStatus? Status = null, string? Cursor = null, int? Size = null);

/// <summary>The register of disclosures inside the scope, the latest first [27].</summary>
internal sealed class ListDisclosuresEndpoint(IntegrationDbContext db) : ApiEndpoint<ListDisclosuresRequest, Page<DisclosureRow>>
{
    private sealed record Position(DateTime At, Guid Id);

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
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(d => d.RegisteredAt < after.At || (d.RegisteredAt == after.At && d.Id < after.Id));
        var page = await rows.OrderByDescending(d => d.RegisteredAt).ThenByDescending(d => d.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(Cursor.Cut(page, size, DisclosureReads.RowOf, d => new Position(d.RegisteredAt, d.Id)), ct);
    }
}
