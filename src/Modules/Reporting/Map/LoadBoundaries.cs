using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Map;

/// <param name="GeoJson">A FeatureCollection of polygons.</param>
/// <param name="Property">The property of each feature that holds its SOATE code.</param>
internal sealed record LoadBoundariesRequest(string GeoJson, string Property);

internal sealed record LoadBoundariesResponse(int Count);

internal sealed class LoadBoundariesValidator : Validator<LoadBoundariesRequest>
{
    public LoadBoundariesValidator()
    {
        RuleFor(r => r.GeoJson).NotEmpty();
        RuleFor(r => r.Property).NotEmpty().MaximumLength(60);
    }
}

/// <summary>The administrator replaces the outlines that come with the Base by official boundaries [22.4].</summary>
internal sealed class LoadBoundariesEndpoint(ReportingDbContext db, TimeProvider time)
    : ApiEndpoint<LoadBoundariesRequest, LoadBoundariesResponse>
{
    public override void Configure()
    {
        Post("reporting/boundaries");
        Guarded(Permission.ManageTerritories, Reach.Administration, JournalKind.Change);
        Costs(Cost.Upload);
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(LoadBoundariesRequest request, CancellationToken ct)
    {
        var (geoJson, count) = Boundaries.Read(request.GeoJson, request.Property);
        var boundaries = await db.Boundaries.FirstOrDefaultAsync(ct);
        if (boundaries is null)
            db.Boundaries.Add(boundaries = new());
        (boundaries.GeoJson, boundaries.Count, boundaries.At, boundaries.By) = (geoJson, count, time.Utc(), Caller.SpecialistId);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(count), ct);
    }
}
