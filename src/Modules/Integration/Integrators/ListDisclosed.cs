using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Integration.Model;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Integration.Integrators;

internal sealed record ListDisclosedRequest(string? Cursor = null, int? Size = null);

/// <param name="Number">As in the register of disclosures; quote it to the body that gave it.</param>
/// <param name="ReadableUntil">The last day on which it can be read.</param>
internal sealed record DisclosedRow(Guid Id, string Number, DateOnly GivenOn, DateOnly ReadableUntil);

/// <summary>What was disclosed to the calling system and can be read now, ids and days only [27].</summary>
internal sealed class ListDisclosedEndpoint(IntegrationDbContext db, TimeProvider time)
    : ApiEndpoint<ListDisclosedRequest, Page<DisclosedRow>>
{
    private sealed record Position(DateOnly On, Guid Id);

    public override void Configure()
    {
        Get("v1/disclosures");
        Guarded(Permission.ReadDisclosed, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListDisclosedRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var given = db.Disclosures.AsNoTracking().WithSpecification(new DisclosuresReadableBy(Caller, time.Today()));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            given = given.Where(d => d.GivenOn > after.On || (d.GivenOn == after.On && d.Id > after.Id));
        var page = await given.OrderBy(d => d.GivenOn).ThenBy(d => d.Id).Take(size + 1).ToListAsync(ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                d => new DisclosedRow(d.Id, d.Number, d.GivenOn!.Value, d.ReadableUntil!.Value),
                d => new Position(d.GivenOn!.Value, d.Id)
            ),
            ct
        );
    }
}
