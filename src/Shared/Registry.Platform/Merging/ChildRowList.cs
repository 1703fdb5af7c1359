using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;

namespace Registry.Platform.Merging;

/// <summary>A row of a child in some module, named by its entity: ids and moments only.</summary>
/// <param name="CaseId">The case that it belongs to, where it belongs to one.</param>
public sealed record ChildRow(string Entity, Guid RowId, DateTime MadeAt, Guid? CaseId);

/// <summary>What all modules keep of a child and can be assigned to one of two children by hand. Steps and notices follow what they are about.</summary>
public sealed class ChildRowList(IServiceScopeFactory scopes, IEnumerable<MigratedContext> contexts)
{
    private static readonly string[] Following = [nameof(Registry.Platform.Model.Deadline), "Notice"];

    public async Task<List<ChildRow>> OfAsync(Guid child, CancellationToken ct)
    {
        var rows = new List<ChildRow>();
        // each module in a scope of its own, read only
        foreach (var context in contexts.Where(c => typeof(ModuleDbContext).IsAssignableFrom(c.Type)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(context.Type);
            var types = ChildRows
                .Of(db, withPlatform: db is PlatformDbContext)
                .Where(t => !ChildRows.IsPart(t) && !Following.Contains(t.ClrType.Name));
            foreach (var type in types)
            foreach (var row in await ChildRows.LoadAsync(db, type, child, ct))
                rows.Add(Of(row));
        }
        return [.. rows.OrderBy(r => r.RowId)];
    }

    private static ChildRow Of(EntityEntry row)
    {
        var id = ChildRows.Id(row);
        var @case =
            row.Metadata.ClrType.Name == "Case" ? id
            // requests about a case go with it
            : row.Entity is Registry.Platform.Model.Confirmation asked ? asked.AboutId
            : row.Metadata.FindProperty("CaseId") is null ? (Guid?)null
            : (Guid?)row.Property("CaseId").CurrentValue;
        return new(row.Metadata.ClrType.FullName!, id, MadeAt(id), @case);
    }

    /// <summary>Version 7 ids contain their creation time.</summary>
    private static DateTime MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16;
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
    }
}
