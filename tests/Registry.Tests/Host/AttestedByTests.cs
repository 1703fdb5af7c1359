using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Attesting;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Tests.Host;

internal static class AttestedByTests
{
    /// <summary>Rows that a test wrote with its own SQL count as written by the Base.</summary>
    public static async Task<int> AttestedAsync<TContext, T>(this Task<int> change, IServiceProvider services)
        where TContext : ModuleDbContext
        where T : class, IAttested
    {
        var changed = await change;
        var db = services.GetRequiredService<TContext>();
        var signer = await services.GetRequiredService<RowMacs>().SignerAsync(default);
        var table = AttestedTable.Of(db.Model.FindEntityType(typeof(T))!);
        db.ChangeTracker.Clear();
        foreach (var row in await db.Set<T>().ToListAsync())
            row.Mac = signer.Of(table.Text(row));
        await db.SaveDirectlyAsync(default);
        db.ChangeTracker.Clear();
        return changed;
    }
}
