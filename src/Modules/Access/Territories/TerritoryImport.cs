using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;

namespace Registry.Access.Territories;

/// <summary>What a line of the list does, or why it cannot.</summary>
internal enum ImportedLine
{
    Added,
    Renamed,
    Unchanged,
    WrongCode,
    DoubledCode,
    NameMissing,
    NameTooLong,
    WrongDay,
    NotAfterLast,
    ParentUnknown,
}

/// <param name="Line">Of the file; the heading is line 1.</param>
internal sealed record ImportedTerritory(int Line, string Code, string NameKy, ImportedLine What);

/// <summary>Judges a whole list before anything is saved: parents come from the code itself, from the Base or from the list.</summary>
internal sealed class TerritoryImport(AccessDbContext db)
{
    private const int NameMaxLength = 200;

    /// <exception cref="DomainException"><c>territories.no-columns</c> at <c>csv</c>.</exception>
    public async Task<(List<ImportedTerritory> Lines, List<Territory> New, List<Territory> Ended)> JudgeAsync(
        string csv,
        CancellationToken ct
    )
    {
        var sheet = TerritorySheet.Read(csv) ?? throw new DomainException("territories.no-columns", 400, "csv");
        var last = (await db.Territories.ToListAsync(ct)).GroupBy(t => t.Code).ToDictionary(g => g.Key, g => g.MaxBy(t => t.ValidFrom)!);
        var lines = new List<ImportedTerritory>();
        var (added, ended) = (new List<Territory>(), new List<Territory>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // what contains comes before what lies in it: the order of the codes
        foreach (var line in sheet.OrderBy(l => l.Code, StringComparer.Ordinal))
        {
            var before = last.GetValueOrDefault(line.Code);
            var what = JudgeLine(line, before, seen);
            var parent =
                before?.Parent ?? (what is ImportedLine.Added ? Soate.Ancestors(line.Code).FirstOrDefault(last.ContainsKey) : null);
            if (what is ImportedLine.Added && parent is null)
                what = ImportedLine.ParentUnknown;
            lines.Add(new(line.Number, line.Code, line.NameKy, what));
            if (what is not (ImportedLine.Added or ImportedLine.Renamed))
                continue;
            var territory = Of(line, before, parent, parent is null ? 0 : last[parent].Level);
            added.Add(territory);
            if (before is not null)
                ended.Add(before);
            last[line.Code] = territory;
        }
        return (lines, added, ended);
    }

    private static ImportedLine JudgeLine(SheetLine line, Territory? before, HashSet<string> seen)
    {
        string[] names = [line.NameKy, line.NameRu, line.NameEn];
        return !Soate.IsValid(line.Code) ? ImportedLine.WrongCode
            : !seen.Add(line.Code) ? ImportedLine.DoubledCode
            : names.Any(n => n.Length == 0) ? ImportedLine.NameMissing
            : names.Any(n => n.Length > NameMaxLength) ? ImportedLine.NameTooLong
            : line.ValidFrom is not { } from ? ImportedLine.WrongDay
            : before is null ? ImportedLine.Added
            : (before.NameKy, before.NameRu, before.NameEn) == (line.NameKy, line.NameRu, line.NameEn) ? ImportedLine.Unchanged
            : from > before.ValidFrom ? ImportedLine.Renamed
            : ImportedLine.NotAfterLast;
    }

    private static Territory Of(SheetLine line, Territory? before, string? parent, int parentLevel) =>
        new()
        {
            Id = Ids.New(),
            Code = line.Code,
            Level = before?.Level ?? parentLevel + 1,
            Type =
                before?.Type
                ?? (
                    Soate.IsAimak(line.Code) ? "aiyl_aimak"
                    : parentLevel > 2 ? "village"
                    : "town"
                ),
            Parent = parent,
            NameKy = line.NameKy,
            NameRu = line.NameRu,
            NameEn = line.NameEn,
            Longitude = before?.Longitude,
            Latitude = before?.Latitude,
            Population = before?.Population,
            ValidFrom = line.ValidFrom!.Value,
            Version = Ids.New(),
        };
}
