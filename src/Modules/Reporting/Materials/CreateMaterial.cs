using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record CreateMaterialRequest(MaterialData Material);

internal sealed record CreateMaterialResponse(Guid Id);

internal sealed class CreateMaterialValidator : Validator<CreateMaterialRequest>
{
    public CreateMaterialValidator() => RuleFor(r => r.Material).NotNull().SetValidator(new MaterialDataValidator());
}

/// <summary>Creates a reference material, visible only to its editors until it is published [11.6].</summary>
internal sealed class CreateMaterialEndpoint(ReportingDbContext db) : ApiEndpoint<CreateMaterialRequest, CreateMaterialResponse>
{
    public override void Configure()
    {
        Post("reporting/material-drafts");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change);
        Creates();
        AtMostOne("help text of a screen");
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(CreateMaterialRequest request, CancellationToken ct)
    {
        var data = request.Material;
        await db.RequireFreeScreenAsync(data.Screen, null, ct);
        var material = Material.Of(data.Kind, data.Screen, data.Clause);
        db.Materials.Add(material);
        db.MaterialEditions.Add(MaterialEdition.Draft(material.Id, 1).Say(data.Title, data.Text));
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/material-drafts/{material.Id}", new(material.Id), material.Version);
    }
}
