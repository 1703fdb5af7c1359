using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;

namespace Registry.Tests.Host;

/// <summary>Detects commands sent over a connection with an open reader: SQLite allows it, SQL Server without MARS does not.</summary>
internal sealed class OneReaderAtATime : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<DbConnection, int> _reading = new(ReferenceEqualityComparer.Instance);
    private int _seen;

    /// <summary>How many readers were opened.</summary>
    public int Seen => _seen;

    /// <summary>Texts of the commands that came too early.</summary>
    public ConcurrentBag<string> Second { get; } = [];

    private void Asking(DbCommand command)
    {
        if (command.Connection is { } line && _reading.GetValueOrDefault(line) > 0)
            Second.Add(command.CommandText);
    }

    private void Opened(DbCommand command)
    {
        Interlocked.Increment(ref _seen);
        if (command.Connection is { } line)
            _reading.AddOrUpdate(line, 1, (_, n) => n + 1);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Asking(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Asking(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Opened(command);
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        if (command.Connection is { } line)
            _reading.AddOrUpdate(line, 0, (_, n) => Math.Max(0, n - 1));
        return base.DataReaderDisposing(command, eventData, result);
    }
}

/// <summary>Proves that the interceptor detects what it should.</summary>
[Trait("Needs", "embedded")]
[Collection("host")]
public sealed class OneReaderAtATimeTests(RegistryHost host)
{
    [Fact]
    public async Task A_question_inside_the_reading_of_another_is_heard()
    {
        var ear = new OneReaderAtATime();
        await host.InScopeAsync(async services =>
        {
            var options = new DbContextOptionsBuilder<PlatformDbContext>();
            DatabaseRegistration.UseSqlite(options, $"Data Source={Path.Combine(host.Folder, "registry.db")}", "platform___migrations");
            options.AddInterceptors(ear);
            await using var db = ActivatorUtilities.CreateInstance<PlatformDbContext>(services, options.Options);
            await foreach (var day in db.CalendarDays.AsAsyncEnumerable())
            {
                Assert.NotEmpty(await db.CalendarVersions.ToListAsync());
                Assert.NotEqual(default, day.Date);
                break;
            }
            Assert.NotEmpty(await db.CalendarVersions.ToListAsync());
            return 0;
        });
        Assert.Single(ear.Second);
    }
}
