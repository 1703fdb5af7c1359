using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Data;

namespace Registry.Access.Model;

/// <summary>One statement that is committed at once, whatever becomes of the call; never inside the call's own transaction, which would wait for itself.</summary>
internal sealed class OwnWrites(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database)
{
    /// <returns>What the statement says: how many rows it changed.</returns>
    public async Task<int> RunAsync(Func<AccessDbContext, Task<int>> statement, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        using var pass = await gate.EnterAsync(database.Registry, ct);
        return await statement(db);
    }
}
