using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>Moves everything that lies where a child's case lies; the tables are found in the model, so that none is forgotten.</summary>
public static class CaseRows
{
    private static readonly MethodInfo OneTable = typeof(CaseRows).GetMethod(
        nameof(MoveTableAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The tables of a context that follow a case: its own and, on request, the Platform's.</summary>
    public static IEnumerable<Type> Of(ModuleDbContext db, bool withPlatform) =>
        db
            .Model.GetEntityTypes()
            .Select(e => e.ClrType)
            .Where(t => typeof(ICaseRow).IsAssignableFrom(t) && (withPlatform || !PlatformModel.Owns(t)));

    /// <summary>Moves the rows within the running transaction.</summary>
    public static async Task MoveAsync(ModuleDbContext db, Guid child, string territory, bool withPlatform, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        foreach (var table in Of(db, withPlatform))
            await (Task)OneTable.MakeGenericMethod(table).Invoke(null, [db, child, territory, ct])!;
    }

    private static Task MoveTableAsync<T>(ModuleDbContext db, Guid child, string territory, CancellationToken ct)
        where T : class, ICaseRow
    {
        var district = Soate.District(territory);
        var rows = db.Set<T>().Where(r => r.ChildId == child);
        return typeof(ITerritorial).IsAssignableFrom(typeof(T))
            ? rows.Where(r => EF.Property<string>(r, nameof(ITerritorial.Territory)) != territory)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(r => EF.Property<string>(r, nameof(ITerritorial.Territory)), territory)
                            .SetProperty(r => EF.Property<string>(r, nameof(ICaseRow.District)), district),
                    ct
                )
            : rows.Where(r => r.District != district)
                .ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<string>(r, nameof(ICaseRow.District)), district), ct);
    }
}
