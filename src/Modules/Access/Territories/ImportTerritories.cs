using System.Globalization;
using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Territories;

/// <param name="Csv">With the columns code, nameKy, nameRu, nameEn and validFrom.</param>
/// <param name="Confirm">The number of lines, as the preview counts them.</param>
internal sealed record ImportTerritoriesRequest(string Csv, string? Confirm = null) : IConfirmed;

internal sealed record ImportTerritoriesResponse(int Added, int Changed);

internal sealed class ImportTerritoriesValidator : Validator<ImportTerritoriesRequest>
{
    public ImportTerritoriesValidator() => RuleFor(r => r.Csv).NotEmpty();
}

/// <summary>The administrator loads towns, aiyl aimaks and villages from a list: all of it or nothing.</summary>
internal sealed class ImportTerritoriesEndpoint(AccessDbContext db, TerritoryImport import)
    : ApiEndpoint<ImportTerritoriesRequest, ImportTerritoriesResponse>
{
    /// <summary>Ten times the places of the republic.</summary>
    public const long LargestBody = 5_000_000;

    public override void Configure()
    {
        Post("access/territories/import");
        Guarded(Permission.ManageTerritories, Reach.Administration, JournalKind.Change);
        Costs(Cost.Upload);
        Takes(LargestBody);
    }

    public override async Task HandleAsync(ImportTerritoriesRequest request, CancellationToken ct)
    {
        var (lines, added, ended) = await import.JudgeAsync(request.Csv, ct);
        if (lines.Exists(l => l.What > ImportedLine.Unchanged))
            throw new DomainException("territories.wrong-lines", 400, "csv");
        var count = lines.Count.ToString(CultureInfo.InvariantCulture);
        request.RequireConfirmed(new(count, count, count));
        foreach (var before in ended)
            before.ValidUntil = added.Find(t => t.Code == before.Code)!.ValidFrom.AddDays(-1);
        db.Territories.AddRange(added);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(added.Count - ended.Count, ended.Count), ct);
    }
}
