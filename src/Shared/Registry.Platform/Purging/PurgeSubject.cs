using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;

namespace Registry.Platform.Purging;

/// <summary>
/// Ends a subject's data [25.2]: first the key, so that no copy anywhere can be opened again, then every row in every module, then the certificate. Stopped at any
/// point and run again, it ends the same.
/// </summary>
public sealed class PurgeSubject(
    IServiceScopeFactory scopes,
    KeyStore keys,
    Ledger ledger,
    DatabaseOptions database,
    WriteGate gate,
    TimeProvider time
)
{
    internal const string Line = "purge";
    private const string DayFormat = "yyyy-MM-dd";
    private const string Action = "PurgeSubject";

    /// <summary>True for a ground and a day, as the ledger keeps them.</summary>
    internal static bool IsNote(string note) => ReadNote(note) is not null;

    private static (PurgeGround Ground, DateOnly DueOn)? ReadNote(string note) =>
        note.Split(' ') is [var ground, var day]
        && Codes.Parse<PurgeGround>(ground) is { } known
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn)
            ? (known, dueOn)
            : null;

    /// <returns>The certificate.</returns>
    public async Task<Purge> RunAsync(Guid subject, PurgeGround ground, DateOnly dueOn, CancellationToken ct)
    {
        var purge = await StartAsync(subject, ground, dueOn, ct);
        await ledger.AppendAsync(Line, subject, string.Create(CultureInfo.InvariantCulture, $"{ground.Code()} {dueOn:yyyy-MM-dd}"), ct);
        return await FinishAsync(purge, ct);
    }

    /// <summary>Begins a purge in the caller's own transaction, so that what was looked at still holds; <see cref="RunAsync"/> goes on with it.</summary>
    public async Task BeginAsync(ModuleDbContext db, Guid subject, PurgeGround ground, DateOnly dueOn, CancellationToken ct)
    {
        if (!await db.Purges.AnyAsync(p => p.SubjectId == subject, ct))
            db.Purges.Add(Purge.Start(subject, ground, dueOn, await keys.FingerprintAsync(subject, ct), time.Utc()));
    }

    private async Task<Purge> StartAsync(Guid subject, PurgeGround ground, DateOnly dueOn, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        if (await db.Purges.FirstOrDefaultAsync(p => p.SubjectId == subject, ct) is { } known)
            return known;
        var purge = Purge.Start(subject, ground, dueOn, await keys.FingerprintAsync(subject, ct), time.Utc());
        db.Purges.Add(purge);
        try
        {
            await db.SaveChangesAsync(ct);
            return purge;
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host began it
            return await db.Purges.SingleAsync(p => p.SubjectId == subject, ct);
        }
    }

    private async Task<Purge> FinishAsync(Purge started, CancellationToken ct)
    {
        await keys.DestroyAsync([started.SubjectId], ct);
        foreach (var type in await StoreTypesAsync())
        {
            // each module in a scope of its own: one context, one transaction
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetServices<ISubjectStore>().Single(s => s.GetType() == type);
            await store.PurgeAsync(started.Id, started.SubjectId, ct);
        }
        try
        {
            return await CompleteAsync(started.Id, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // another host completed it in the meantime
            return await CompleteAsync(started.Id, ct);
        }
    }

    /// <summary>Certificate and journal entry commit together, once.</summary>
    private async Task<Purge> CompleteAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.BeginWriteAsync(ct);
        var purge = await db.Purges.SingleAsync(p => p.Id == id, ct);
        if (purge.CompletedAt is not null)
            return purge;
        purge.Complete(await db.PurgeCounts.Where(c => c.PurgeId == id).ToListAsync(ct), time.Utc());
        // directly: the journal's writer does not run yet when the host replays at its start
        await JournalInsert.RunAsync(
            db,
            [
                new()
                {
                    At = time.Utc(),
                    Action = Action,
                    Kind = JournalKind.Change.Code(),
                    Outcome = 200,
                    AboutId = id,
                },
            ],
            ct
        );
        await db.SaveChangesAsync(ct);
        return purge;
    }

    /// <summary>The Platform's own store first: facts that wait in the outbox would count the subject again.</summary>
    private async Task<IReadOnlyList<Type>> StoreTypesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return
        [
            .. scope
                .ServiceProvider.GetServices<ISubjectStore>()
                .Select(s => s.GetType())
                .OrderByDescending(t => t.Assembly == typeof(PurgeSubject).Assembly),
        ];
    }

    /// <summary>Goes on with what was stopped, and does again what an older backup brought back. Before the port opens and in each night's job.</summary>
    /// <returns>How many subjects were purged.</returns>
    public async Task<int> ReplayAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var complete = (await db.Purges.Where(p => p.CompletedAt != null).Select(p => p.SubjectId).ToListAsync(ct)).ToHashSet();
        var count = 0;
        var lines = (await ledger.ReadAsync([Line], ct)).DistinctBy(l => l.Id).ToList();
        // a restored key store brings keys back although the registry has the certificates
        var back = await keys.ExistingAsync(lines.Select(l => l.Id), ct);
        foreach (var line in lines.Where(l => !complete.Contains(l.Id) || back.Contains(l.Id)))
        {
            if (ReadNote(line.Note) is not { } note)
                continue;
            await FinishAsync(await StartAsync(line.Id, note.Ground, note.DueOn, ct), ct);
            count++;
        }
        // begun, and stopped before the ledger was written
        foreach (var purge in await db.Purges.AsNoTracking().Where(p => p.CompletedAt == null).ToListAsync(ct))
        {
            await RunAsync(purge.SubjectId, purge.Ground, purge.DueOn, ct);
            count++;
        }
        if (count > 0)
            await LeaveNoCopiesAsync(ct);
        return count;
    }

    /// <summary>
    /// On SQLite a page keeps copies of rows that moved to a neighbor, and the write-ahead log keeps old pages: both files are rewritten (no one writes meanwhile,
    /// some seconds per gigabyte), then the log is emptied into them.
    /// </summary>
    public async Task LeaveNoCopiesAsync(CancellationToken ct)
    {
        if (!database.IsSqlite)
            return;
        await using var scope = scopes.CreateAsyncScope();
        foreach (
            var (connection, context) in new (string, DbContext)[]
            {
                (database.Registry, scope.ServiceProvider.GetRequiredService<PlatformDbContext>()),
                (database.Keys, scope.ServiceProvider.GetRequiredService<KeysDbContext>()),
            }
        )
        {
            using var pass = await gate.EnterAsync(connection, ct);
            await context.Database.OpenConnectionAsync(ct);
            // a whole Base does not belong into memory
            await context.Database.ExecuteSqlRawAsync("PRAGMA temp_store=FILE", ct);
            await context.Database.ExecuteSqlRawAsync("VACUUM", ct);
            await context.Database.ExecuteSqlRawAsync("PRAGMA temp_store=MEMORY", ct);
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
            await context.Database.CloseConnectionAsync();
        }
    }
}
