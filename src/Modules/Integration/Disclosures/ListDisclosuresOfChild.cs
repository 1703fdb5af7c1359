using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <param name="Id">The child.</param>
internal sealed record ListDisclosuresOfChildRequest(Guid Id, string? Cursor = null, int? Size = null);

internal sealed record DisclosureOfChild(DisclosureRow Row, string AskedBy, string Ground, string? GivenTo);

/// <summary>Who received what about this child, when and on what ground, the latest first [27].</summary>
internal sealed class ListDisclosuresOfChildEndpoint(IntegrationDbContext db, ICases cases, Vault vault)
    : ApiEndpoint<ListDisclosuresOfChildRequest, Page<DisclosureOfChild>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("integration/disclosures/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListDisclosuresOfChildRequest request, CancellationToken ct)
    {
        await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var size = Cursor.Size(request.Size);
        var rows = db.Disclosures.AsNoTracking().Where(d => d.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(d => d.RegisteredAt < after.At || (d.RegisteredAt == after.At && d.Id < after.Id));
        var page = await rows.OrderByDescending(d => d.RegisteredAt).ThenByDescending(d => d.Id).Take(size + 1).ToListAsync(ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(Cursor.Cut(page, size, d => Of(d, d.Open(seal)), d => new Position(d.RegisteredAt, d.Id)), ct);
    }

    private static DisclosureOfChild Of(Disclosure d, DisclosureContents contents) =>
        new(DisclosureReads.RowOf(d), contents.AskedBy, contents.Ground, contents.GivenTo);
}
