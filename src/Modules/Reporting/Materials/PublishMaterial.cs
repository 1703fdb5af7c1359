using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record PublishMaterialRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <summary>The authorised body publishes the latest wording; everyone can read it [11.6].</summary>
internal sealed class PublishMaterialEndpoint(ReportingDbContext db, TimeProvider time) : ApiEndpoint<PublishMaterialRequest, object?>
{
    public override void Configure()
    {
        Post("reporting/material-drafts/{id}/publish");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(PublishMaterialRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        HttpContext.Expect(material);
        var edition = await db.LastEditionAsync(material.Id, ct);
        request.RequireConfirmed(edition.Title);
        material.Publish(edition, Caller.SpecialistId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
