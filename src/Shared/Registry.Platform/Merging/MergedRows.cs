using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Registry.Basics;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Merging;

/// <summary>The merge of two cards as the modules' rows see it.</summary>
/// <param name="Kept">Seal of the surviving child.</param>
/// <param name="Other">Seal of the child whose card was merged.</param>
public sealed record MergedPair(Guid MergeId, Seal Kept, Seal Other);

/// <summary>Hands rows over when two cards become one, records what changed, and takes it back.</summary>
public static class MergedRows
{
    /// <summary>Everything of the merged child follows the surviving one, within the running transaction.</summary>
    public static async Task FollowAsync(ModuleDbContext db, MergedPair pair, string? territory, bool withPlatform, CancellationToken ct)
    {
        foreach (var row in await ChildRows.LoadAsync(db, pair.Other.Subject, withPlatform, ct))
            await ChildRows.HandOverAsync(row, pair.Other, pair.Kept, territory, ct);
    }

    /// <summary>Records every row that was changed and is not saved yet.</summary>
    /// <param name="but">Entities that the module brings back by itself.</param>
    public static void Record(ModuleDbContext db, MergedPair pair, params Type[] but)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Modified && !but.Contains(e.Metadata.ClrType));
        foreach (var row in changed.ToList())
        {
            var changes = row
                .Properties.Where(p => p.IsModified && IsBroughtBack(p.Metadata))
                .Select(p => new RowChange(p.Metadata.Name, Json(p, p.OriginalValue), Json(p, p.CurrentValue)))
                .Where(c => c.Before != c.After)
                .ToList();
            if (changes.Count == 0)
                continue;
            var id = Ids.New();
            db.MovedRows.Add(
                new()
                {
                    Id = id,
                    MergeId = pair.MergeId,
                    ChildId = pair.Kept.Subject,
                    MergedId = pair.Other.Subject,
                    Entity = row.Metadata.ClrType.FullName!,
                    RowId = ChildRows.Id(row),
                    Follows = changes.Exists(c => c.Property == ChildRows.Child),
                    SealedChanges = pair.Kept.Close(new SealedAt(id), MovedRow.Purpose, changes),
                }
            );
        }
    }

    /// <summary>Sealed columns are resealed, and a history goes on: the row notes there what was restored.</summary>
    private static bool IsBroughtBack(IReadOnlyProperty property) =>
        !property.IsConcurrencyToken
        && property.Name != nameof(ISealedRow.SealNo)
        && property.ClrType != typeof(byte[])
        && !HistoryConvention.Is(property.ClrType);

    /// <summary>
    /// Each value that is still as the merge left it becomes again what it was, and the rows that followed belong to their own child again. What somebody changed or
    /// made since then stays.
    /// </summary>
    public static async Task UndoAsync(ModuleDbContext db, MergedPair pair, bool withPlatform, CancellationToken ct)
    {
        var moved = await db.MovedRows.Where(m => m.MergeId == pair.MergeId && !m.GoesBack).OrderByDescending(m => m.Id).ToListAsync(ct);
        foreach (var one in moved)
            if (await FindAsync(db, one.Entity, one.RowId, withPlatform, ct) is { } row)
                await UndoAsync(row, one, pair, ct);
    }

    private static async Task UndoAsync(EntityEntry row, MovedRow moved, MergedPair pair, CancellationToken ct)
    {
        foreach (var change in pair.Kept.Open<List<RowChange>>(moved, MovedRow.Purpose, moved.SealedChanges))
        {
            var property = row.Property(change.Property);
            if (Json(property, property.CurrentValue) != change.After)
                continue;
            property.CurrentValue = JsonSerializer.Deserialize(change.Before, property.Metadata.ClrType, StoredJson.Options);
            if (change.Property == ChildRows.Child)
                await ChildRows.ResealAsync(row, pair.Kept, pair.Other, ct);
        }
    }

    /// <summary>The rows that a split by hand gives to the other child.</summary>
    public static async Task SplitAsync(ModuleDbContext db, MergedPair pair, string? territory, bool withPlatform, CancellationToken ct)
    {
        foreach (var one in await db.MovedRows.Where(m => m.MergeId == pair.MergeId && m.GoesBack).ToListAsync(ct))
            if (await FindAsync(db, one.Entity, one.RowId, withPlatform, ct) is { } row && IsOf(row, pair.Kept.Subject))
            {
                await ChildRows.HandOverAsync(row, pair.Kept, pair.Other, territory, ct);
                foreach (var part in await PartsAsync(db, row, pair.Kept.Subject, ct))
                    await ChildRows.HandOverAsync(part, pair.Kept, pair.Other, territory, ct);
            }
    }

    /// <summary>Rows of the child that hang on another row, such as the measures of a plan.</summary>
    private static async Task<List<EntityEntry>> PartsAsync(ModuleDbContext db, EntityEntry whole, Guid child, CancellationToken ct)
    {
        var parts = new List<EntityEntry>();
        foreach (var key in whole.Metadata.GetReferencingForeignKeys().Where(k => ChildRows.IsPart(k.DeclaringEntityType)))
            parts.AddRange(
                (await ChildRows.LoadAsync(db, key.DeclaringEntityType, child, ct)).Where(p =>
                    ChildRows.Id(whole).Equals(p.Property(key.Properties[0].Name).CurrentValue)
                )
            );
        return parts;
    }

    private static bool IsOf(EntityEntry row, Guid child) => child.Equals(row.Property(ChildRows.Child).CurrentValue);

    private static async Task<EntityEntry?> FindAsync(ModuleDbContext db, string entity, Guid id, bool withPlatform, CancellationToken ct)
    {
        var type = db.Model.GetEntityTypes().FirstOrDefault(e => e.ClrType.FullName == entity);
        // another module's, or the Platform's own context does it
        if (type is null || (!withPlatform && PlatformModel.Owns(type.ClrType)))
            return null;
        return await db.FindAsync(type.ClrType, [id], ct) is { } row ? db.Entry(row) : null;
    }

    private static string Json(PropertyEntry property, object? value) =>
        JsonSerializer.Serialize(value, property.Metadata.ClrType, StoredJson.Options);
}
