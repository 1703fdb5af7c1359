using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record RemoveMaterialFileRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <summary>Removes a file from a material.</summary>
internal sealed class RemoveMaterialFileEndpoint(ReportingDbContext db) : ApiEndpoint<RemoveMaterialFileRequest, object?>
{
    public override void Configure()
    {
        Post("reporting/material-files/{id}/remove");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change);
    }

    public override async Task HandleAsync(RemoveMaterialFileRequest request, CancellationToken ct)
    {
        var file = await db.MaterialFiles.FirstOrDefaultAsync(f => f.Id == request.Id, ct) ?? throw DomainException.NotFound();
        request.RequireConfirmed(new(file.Title, file.Title, file.Title));
        db.MaterialFiles.Remove(file);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
