using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Journal;

/// <summary>
/// Sealing is one host's job at a time: a lock that the machine or the server frees by itself when its holder dies. It only saves work: that the chain never forks is
/// the unique predecessor's doing.
/// </summary>
internal sealed class SealingTurn(DatabaseOptions database) : IDisposable
{
    private const string Take =
        "DECLARE @taken int; EXEC @taken = sp_getapplock @Resource = N'registry.journal', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0; SELECT @taken AS [Value]";

    private const string GiveBack = "EXEC sp_releaseapplock @Resource = N'registry.journal', @LockOwner = N'Session'";

    /// <summary>The sealer and the anchor job of one host wait for each other.</summary>
    private readonly SemaphoreSlim _here = new(1, 1);

    /// <summary>The statements for SQL Server.</summary>
    internal static readonly IReadOnlyList<string> Texts = [Take, GiveBack];

    /// <summary>Runs the work unless another host is at it.</summary>
    /// <returns>False when another host was.</returns>
    public async Task<bool> RunAsync(PlatformDbContext db, Func<Task> work, CancellationToken ct)
    {
        await _here.WaitAsync(ct);
        try
        {
            return database.IsSqlite ? await RunHereAsync(work) : await RunOnServerAsync(db, work, ct);
        }
        finally
        {
            _here.Release();
        }
    }

    private async Task<bool> RunHereAsync(Func<Task> work)
    {
        var file = new SqliteConnectionStringBuilder(database.Registry).DataSource + ".sealing";
        FileStream held;
        try
        {
            held = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return false;
        }
        await using (held)
            await work();
        return true;
    }

    private static async Task<bool> RunOnServerAsync(PlatformDbContext db, Func<Task> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            if ((await db.Database.SqlQueryRaw<int>(Take).ToListAsync(ct))[0] < 0)
                return false;
            try
            {
                await work();
            }
            finally
            {
                await db.Database.ExecuteSqlRawAsync(GiveBack, CancellationToken.None);
            }
            return true;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public void Dispose() => _here.Dispose();
}
