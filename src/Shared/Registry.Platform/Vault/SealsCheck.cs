using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Basics.Time;
using Registry.Platform.Checks;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Platform.Vault;

/// <summary>Each night every seal is tried where it lies; on Sundays those of files too.</summary>
internal sealed class SealsCheck(OwnTables tables, Vault vault, TimeProvider time) : INightlyCheck
{
    private const int Portion = 200;

    /// <summary>Files are megabytes long.</summary>
    private const int PortionOfFiles = 4;

    /// <summary>At most this many are listed: whoever changed more has changed everything.</summary>
    private const int Most = 1_000;

    public string Key => BrokenSealException.Check;

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        var files = time.Today().DayOfWeek is DayOfWeek.Sunday;
        var broken = new List<Finding>();
        await tables.EachAsync(
            type => typeof(ISealedRow).IsAssignableFrom(type.ClrType) && (files || Whole(type) is null),
            async (db, type) =>
            {
                var columns = ChildRows.Sealed(type).Select(c => (type.FindProperty(c.Property)!.PropertyInfo!, c.Purposes)).ToList();
                var portion = Whole(type) is null ? Portion : PortionOfFiles;
                await foreach (var rows in OwnTables.RowsOf(db, type).Cast<ISealedRow>().Chunk(portion).WithCancellation(ct))
                {
                    var subjects = await SubjectsAsync(type, rows, ct);
                    var seals = await vault.ForTheBaseItselfAsync([.. subjects.Values.Distinct()], ct);
                    var found =
                        from row in rows
                        // nothing can be said about a destroyed subject any more
                        where subjects.TryGetValue(row, out var subject) && seals.ContainsKey(subject)
                        where columns.Exists(c => !Holds(seals[subjects[row]], row, (byte[]?)c.Item1.GetValue(row), c.Purposes))
                        select new Finding(row.Id, type.GetTableName());
                    broken.AddRange(found.Take(Most - broken.Count));
                }
            }
        );
        return [.. broken.DistinctBy(f => f.AboutId)];
    }

    private static bool Holds(Seal seal, ISealedRow row, byte[]? bytes, IReadOnlyList<string> purposes) =>
        bytes is not { Length: > 0 } || seal.Holds(SealedAt.Of(row), [.. purposes.Where(row.Takes)], bytes);

    /// <summary>The table beside which a file's bytes lie, row by row.</summary>
    private static IEntityType? Whole(IEntityType type) => type.GetForeignKeys().FirstOrDefault(k => k.IsUnique)?.PrincipalEntityType;

    private async Task<Dictionary<ISealedRow, Guid>> SubjectsAsync(IEntityType type, ISealedRow[] rows, CancellationToken ct)
    {
        if (typeof(ISubjectRow).IsAssignableFrom(type.ClrType))
            return rows.ToDictionary(r => r, r => r.Id);
        if (type.FindProperty(ChildRows.Child)?.PropertyInfo is { } child)
            return rows.ToDictionary(r => r, r => (Guid?)child.GetValue(r) ?? KeyStore.Base);
        if (Whole(type) is not { } whole)
            return rows.ToDictionary(r => r, _ => KeyStore.Base);
        var children = await tables.ChildrenAsync(whole, [.. rows.Select(r => r.Id)], ct);
        return rows.Where(r => children.ContainsKey(r.Id)).ToDictionary(r => r, r => children[r.Id]);
    }
}
