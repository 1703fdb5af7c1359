using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Territories;

internal sealed record PreviewTerritoryImportRequest(string Csv);

/// <param name="Lines">How many lines the list has; this number confirms the import.</param>
/// <param name="Problems">The first lines that cannot be imported, and why.</param>
/// <param name="Renamed">The first territories whose names change.</param>
internal sealed record PreviewTerritoryImportResponse(
    int Lines,
    int Added,
    int Changed,
    int Unchanged,
    int Wrong,
    IReadOnlyList<ImportedTerritory> Problems,
    IReadOnlyList<ImportedTerritory> Renamed
);

internal sealed class PreviewTerritoryImportValidator : Validator<PreviewTerritoryImportRequest>
{
    public PreviewTerritoryImportValidator() => RuleFor(r => r.Csv).NotEmpty();
}

/// <summary>Shows what a list of territories would add and change, and which of its lines are wrong; saves nothing.</summary>
internal sealed class PreviewTerritoryImportEndpoint(TerritoryImport import)
    : ApiEndpoint<PreviewTerritoryImportRequest, PreviewTerritoryImportResponse>
{
    private const int Shown = 50;

    public override void Configure()
    {
        Post("access/territories/import/preview");
        Guarded(Permission.ManageTerritories, Reach.Administration, JournalKind.Read);
        Costs(Cost.Upload);
        Takes(ImportTerritoriesEndpoint.LargestBody);
    }

    public override async Task HandleAsync(PreviewTerritoryImportRequest request, CancellationToken ct)
    {
        var lines = (await import.JudgeAsync(request.Csv, ct)).Lines;
        int Count(ImportedLine what) => lines.Count(l => l.What == what);
        var problems = lines.Where(l => l.What > ImportedLine.Unchanged).OrderBy(l => l.Line).ToList();
        await Send.OkAsync(
            new(
                lines.Count,
                Count(ImportedLine.Added),
                Count(ImportedLine.Renamed),
                Count(ImportedLine.Unchanged),
                problems.Count,
                [.. problems.Take(Shown)],
                [.. lines.Where(l => l.What is ImportedLine.Renamed).Take(Shown)]
            ),
            ct
        );
    }
}
