using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

/// <param name="Language">ky, ru or en.</param>
/// <param name="Content">The file's bytes, at most 10 MB.</param>
internal sealed record AddMaterialFileRequest(Guid Id, string Language, string Title, byte[] Content);

internal sealed record AddMaterialFileResponse(Guid Id);

internal sealed class AddMaterialFileValidator : Validator<AddMaterialFileRequest>
{
    public AddMaterialFileValidator()
    {
        RuleFor(r => r.Language).Must(l => l is "ky" or "ru" or "en").WithErrorCode("field.wrong-format");
        RuleFor(r => r.Title).NotEmpty().MaximumLength(FileLimits.Title);
        RuleFor(r => r.Content).AFile();
    }
}

/// <summary>Adds a file in one language to a material, such as a form or a signed law [11.6].</summary>
internal sealed class AddMaterialFileEndpoint(ReportingDbContext db, IFileCleaning cleaning)
    : ApiEndpoint<AddMaterialFileRequest, AddMaterialFileResponse>
{
    public override void Configure()
    {
        Post("reporting/material-drafts/{id}/files");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change);
        Costs(Cost.Upload);
        Creates();
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(AddMaterialFileRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        var clean = await cleaning.CleanAsync(request.Content, ct);
        var file = new MaterialFile
        {
            Id = Ids.New(),
            MaterialId = material.Id,
            Language = request.Language,
            Title = request.Title.Trim(),
            Name = FileNames.Safe(request.Title, clean.Extension),
            MediaType = clean.MediaType,
            Size = clean.Content.Length,
            Content = clean.Content,
        };
        db.MaterialFiles.Add(file);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/material-files/{file.Id}", new(file.Id));
    }
}
