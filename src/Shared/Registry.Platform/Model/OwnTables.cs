using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Platform.Model;

/// <summary>All tables of all modules, each once: by its own module's context, the Platform's by the Platform's. Rows come one after the other, never all in memory.</summary>
internal sealed class OwnTables(IServiceScopeFactory scopes, IEnumerable<MigratedContext> contexts)
{
    private static readonly MethodInfo Table = typeof(OwnTables).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Owners = typeof(OwnTables).GetMethod(
        nameof(ChildrenOf),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Looks at every table whose entity is wanted, in a scope of its own.</summary>
    public async Task EachAsync(Func<IEntityType, bool> wanted, Func<ModuleDbContext, IEntityType, Task> look)
    {
        foreach (var context in contexts.Where(c => typeof(ModuleDbContext).IsAssignableFrom(c.Type)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(context.Type);
            foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned() && wanted(t)))
                if (db is PlatformDbContext || !PlatformModel.Owns(type.ClrType))
                    await look(db, type);
        }
    }

    /// <summary>The rows as they lie there, untracked.</summary>
    public static IAsyncEnumerable<object> RowsOf(ModuleDbContext db, IEntityType type) =>
        (IAsyncEnumerable<object>)Table.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;

    /// <summary>To which children the rows belong: id to child.</summary>
    public async Task<Dictionary<Guid, Guid>> ChildrenAsync(IEntityType type, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        Dictionary<Guid, Guid> children = [];
        // another context than the one whose rows are being read: SQL Server has one reader open on a connection
        await EachAsync(
            t => t.ClrType == type.ClrType,
            async (db, _) =>
                children = await (Task<Dictionary<Guid, Guid>>)Owners.MakeGenericMethod(type.ClrType).Invoke(null, [db, ids, ct])!
        );
        return children;
    }

    private static Task<Dictionary<Guid, Guid>> ChildrenOf<T>(ModuleDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
        where T : class =>
        db.Set<T>()
            .Where(r => ids.Contains(EF.Property<Guid>(r, "Id")))
            .Select(r => new { Id = EF.Property<Guid>(r, "Id"), Child = EF.Property<Guid>(r, Registry.Platform.Model.ChildRows.Child) })
            .ToDictionaryAsync(r => r.Id, r => r.Child, ct);

    private static IAsyncEnumerable<object> Rows<T>(ModuleDbContext db)
        where T : class => db.Set<T>().AsNoTracking().AsAsyncEnumerable();
}
