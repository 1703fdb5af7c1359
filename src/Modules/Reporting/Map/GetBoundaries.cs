using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Map;

/// <param name="GeoJson">Shapes named by SOATE codes; null while the outlines that come with the Base are used.</param>
internal sealed record GetBoundariesResponse(string? GeoJson, DateTime? At);

/// <summary>The official boundaries, if loaded [22.4].</summary>
internal sealed class GetBoundariesEndpoint(ReportingDbContext db) : ApiEndpoint<GetBoundariesResponse>
{
    public override void Configure()
    {
        Get("reporting/boundaries");
        Guarded(Permission.UseBase, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var boundaries = await db.Boundaries.AsNoTracking().FirstOrDefaultAsync(ct);
        await Send.OkAsync(new(boundaries?.GeoJson, boundaries?.At), ct);
    }
}
