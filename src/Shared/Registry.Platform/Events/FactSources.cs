using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Platform.Events;

/// <summary>Publishes the state of every row again, from all modules, for counts that are rebuilt from nothing.</summary>
public sealed class FactSources(IServiceScopeFactory scopes, IEnumerable<MigratedContext> contexts)
{
    private const int Portion = 500;

    public async IAsyncEnumerable<IFact> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var context in contexts.Where(c => typeof(ModuleDbContext).IsAssignableFrom(c.Type)))
        {
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(context.Type);
            foreach (var type in db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(ITells).IsAssignableFrom(t)))
            {
                var old = new List<IRemembers>();
                await foreach (var row in Rows(db, type).AsAsyncEnumerable().WithCancellation(ct))
                {
                    if (row is IRemembers { Unremembered: { } since } unremembered)
                    {
                        unremembered.Remember(since);
                        old.Add(unremembered);
                    }
                    if (row.Fact() is { } fact)
                        yield return fact;
                    if (old.Count == Portion)
                        await KeepAsync(context.Type, old, ct);
                }
                await KeepAsync(context.Type, old, ct);
            }
        }
    }

    /// <summary>The first state of rows from before histories were kept; it is published already.</summary>
    private async Task KeepAsync(Type context, List<IRemembers> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(context);
        await db.BeginWriteAsync(ct);
        foreach (var entry in rows.Select(r => db.Entry((object)r)))
        {
            entry.State = EntityState.Unchanged;
            foreach (var property in entry.Properties.Where(p => HistoryConvention.Is(p.Metadata.ClrType)))
                property.IsModified = true;
        }
        db.CloseVeils();
        await db.SaveDirectlyAsync(ct);
        await db.UnitOfWork.CommitAsync(ct);
        rows.Clear();
    }

    private static IQueryable<ITells> Rows(ModuleDbContext db, Type type) =>
        (IQueryable<ITells>)
            typeof(FactSources)
                .GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [db])!;

    private static IQueryable<T> RowsOf<T>(ModuleDbContext db)
        where T : class => db.Set<T>().AsNoTracking();
}
