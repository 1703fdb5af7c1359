using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record SaveMaterialDraftRequest(Guid Id, MaterialData Material);

internal sealed class SaveMaterialDraftValidator : Validator<SaveMaterialDraftRequest>
{
    public SaveMaterialDraftValidator() => RuleFor(r => r.Material).NotNull().SetValidator(new MaterialDataValidator());
}

/// <summary>Saves a draft; readers still see the published edition, which never changes.</summary>
internal sealed class SaveMaterialDraftEndpoint(ReportingDbContext db) : ApiEndpoint<SaveMaterialDraftRequest, object?>
{
    public override void Configure()
    {
        Put("reporting/material-drafts/{id}");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change, ifMatch: true);
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(SaveMaterialDraftRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        HttpContext.Expect(material);
        var data = request.Material;
        await db.RequireFreeScreenAsync(data.Screen, material.Id, ct);
        var last = await db.LastEditionAsync(material.Id, ct);
        if (last.PublishedAt is not null)
            db.MaterialEditions.Add(last = MaterialEdition.Draft(material.Id, last.Number + 1));
        last.Say(data.Title, data.Text);
        material.Describe(data.Kind, data.Screen, data.Clause);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
