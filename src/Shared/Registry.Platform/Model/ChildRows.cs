using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

/// <summary>Finds in the model what belongs to a child, and hands it over to another child: the row, what hangs on it, and every sealed column.</summary>
public static class ChildRows
{
    public const string Child = "ChildId";

    private static readonly MethodInfo OneTable = typeof(ChildRows).GetMethod(
        nameof(LoadTableAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The tables of a context whose rows follow a child: its own and, on request, the Platform's.</summary>
    public static IEnumerable<IEntityType> Of(ModuleDbContext db, bool withPlatform) =>
        db
            .Model.GetEntityTypes()
            .Where(e => e.FindProperty(Child) is not null && !e.ClrType.IsDefined(typeof(StaysWithCardAttribute)))
            .Where(e => withPlatform || !PlatformModel.Owns(e.ClrType));

    /// <summary>Sealed columns with the purposes they may have.</summary>
    public static IEnumerable<(string Property, IReadOnlyList<string> Purposes)> Sealed(IReadOnlyTypeBase type) =>
        from p in type.GetProperties()
        let sealedAs = p.PropertyInfo?.GetCustomAttribute<SealedAsAttribute>()
        where sealedAs is not null
        select (p.Name, sealedAs.Purposes);

    /// <summary>A row that hangs on another one goes with it: it is not handed over by itself.</summary>
    public static bool IsPart(IEntityType type) =>
        type.GetForeignKeys().Any(k => k.PrincipalEntityType.FindProperty(Child) is not null && !k.IsUnique);

    /// <summary>Every row of a child in a context, tracked.</summary>
    public static async Task<List<EntityEntry>> LoadAsync(ModuleDbContext db, Guid child, bool withPlatform, CancellationToken ct)
    {
        var rows = new List<EntityEntry>();
        foreach (var type in Of(db, withPlatform))
            rows.AddRange(await LoadAsync(db, type, child, ct));
        return rows;
    }

    public static async Task<IEnumerable<EntityEntry>> LoadAsync(ModuleDbContext db, IEntityType type, Guid child, CancellationToken ct)
    {
        var rows = await (Task<IReadOnlyList<object>>)
            OneTable.MakeGenericMethod(type.ClrType).Invoke(null, [db, child, type.FindProperty(Child)!.IsNullable, ct])!;
        return rows.Select(r => db.Entry(r));
    }

    private static async Task<IReadOnlyList<object>> LoadTableAsync<T>(ModuleDbContext db, Guid child, bool nullable, CancellationToken ct)
        where T : class =>
        nullable
            ? await db.Set<T>().Where(r => EF.Property<Guid?>(r, Child) == child).ToListAsync(ct)
            : await db.Set<T>().Where(r => EF.Property<Guid>(r, Child) == child).ToListAsync(ct);

    /// <summary>The row belongs to another child from now on.</summary>
    /// <param name="territory">Where that child's card lies; a row that lies where its case lies goes there.</param>
    public static async Task HandOverAsync(EntityEntry row, Seal from, Seal to, string? territory, CancellationToken ct)
    {
        row.Property(Child).CurrentValue = to.Subject;
        await ResealAsync(row, from, to, ct);
        if (territory is null || row.Entity is not ICaseRow)
            return;
        row.Property(nameof(ICaseRow.District)).CurrentValue = Soate.District(territory);
        if (row.Entity is ITerritorial)
            row.Property(nameof(ITerritorial.Territory)).CurrentValue = territory;
    }

    public static async Task ResealAsync(EntityEntry row, Seal from, Seal to, CancellationToken ct)
    {
        Reseal(row, from, to);
        // the bytes of a file lie beside their row, under the same id
        foreach (var part in row.Metadata.GetReferencingForeignKeys().Where(k => k.IsUnique).Select(k => k.DeclaringEntityType))
            if (Sealed(part).Any() && await row.Context.FindAsync(part.ClrType, [Id(row)], ct) is { } found)
                Reseal(row.Context.Entry(found), from, to);
        if (row.Entity is IVersioned versioned)
            versioned.Version = Ids.New();
    }

    public static Guid Id(EntityEntry row) => (Guid)row.Property(row.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;

    private static void Reseal(EntityEntry row, Seal from, Seal to)
    {
        if (row.Entity is not ISealedRow place)
            return;
        var before = SealedAt.Of(place);
        place.SealNo++;
        foreach (var (property, purposes) in Sealed(row.Metadata))
            if (row.Property(property) is { CurrentValue: byte[] { Length: > 0 } bytes } column)
                column.CurrentValue = from.HandOver(purposes, bytes, before, to, SealedAt.Of(place));
    }
}
