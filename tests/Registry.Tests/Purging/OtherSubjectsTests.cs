using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>A purge removes what belongs to one child, table by table, and nothing of another child with as much data.</summary>
[Clause("25.2")]
[Trait("Needs", "embedded")]
public sealed class OtherSubjectsTests : IAsyncLifetime
{
    private const string Outbox = "platform_outbox";
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_children_with_as_much_lose_as_much_one_after_the_other()
    {
        var (holder, admin) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("admin"));
        var one = await Place.OfAsync(_host, holder, admin, Road.AkSuu);
        var other = await Place.OfAsync(_host, holder, admin, Road.AkSuu);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var rows = await _host.RowsAboutAsync(other.ChildId);
        Assert.True(rows > 30, $"{rows}");
        var before = await CountsAsync();
        await PurgeAsync(one.ChildId);
        Assert.Equal(rows, await _host.RowsAboutAsync(other.ChildId));
        var between = await CountsAsync();
        await PurgeAsync(other.ChildId);
        var after = await CountsAsync();
        // how many events tell of a child depends on how many changes were handed on together
        var lost = before.Keys.Where(t => between[t] < before[t] && t != Outbox).ToList();
        Assert.True(lost.Count > 20, string.Join(", ", lost));
        Assert.Equal(lost.Select(t => $"{t}: {before[t] - between[t]}"), lost.Select(t => $"{t}: {between[t] - after[t]}"));
        Assert.True(before[Outbox] > between[Outbox] && between[Outbox] > after[Outbox]);
        foreach (var child in new[] { one.ChildId, other.ChildId })
            Assert.Equal(0, await NamedAsync(child));
    }

    [Fact]
    public async Task A_bare_report_takes_nothing_along_of_a_child_who_has_one_of_everything()
    {
        var (holder, admin) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("admin"));
        var place = await Place.OfAsync(_host, holder, admin, Road.AkSuu);
        await holder.PostAsync($"/api/institutions/siblings/of-child/{place.ChildId}", new { siblingId = place.SiblingId }).NothingAsync();
        await holder.PostAsync("/api/children/signals", Road.Signal(), key: "once").JsonAsync(HttpStatusCode.Created);
        var signal = (await holder.RegisterAsync()).Id();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var bare = await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            db.RegisterRefreshes.Add(new() { ChildId = place.ChildId });
            await db.SaveChangesAsync();
            return await db.Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync();
        });
        var before = await CountsAsync();
        await PurgeAsync(bare);
        var after = await CountsAsync();
        Assert.Equal(
            ["children_children: 1", "children_signals: 1"],
            before
                .Keys.Where(t => after[t] < before[t] && !t.Contains("_search_", StringComparison.Ordinal) && t != Outbox)
                .Select(t => $"{t}: {before[t] - after[t]}")
        );
        Assert.Equal(0, await NamedAsync(bare));
    }

    /// <summary>How many rows of any table still contain the child's id.</summary>
    private async Task<long> NamedAsync(Guid child)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        var named = 0L;
        foreach (var table in (await CountsAsync()).Keys)
        {
            await using var columns = connection.CreateCommand();
            columns.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('{table}') WHERE name = 'ChildId'";
            if ((long)(await columns.ExecuteScalarAsync())! == 0)
                continue;
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE ChildId = $child";
            count.Parameters.AddWithValue("$child", child);
            named += (long)(await count.ExecuteScalarAsync())!;
        }
        return named;
    }

    /// <summary>Including the purge's own effects: its events are dispatched before anything is counted.</summary>
    private async Task PurgeAsync(Guid child)
    {
        await _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 11, 23), default);
        await _host.SettleAsync();
    }

    /// <summary>How many rows each table of the data file has.</summary>
    private async Task<SortedDictionary<string, long>> CountsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
            await using var row = await names.ExecuteReaderAsync();
            while (await row.ReadAsync())
                tables.Add(row.GetString(0));
        }
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = (long)(await count.ExecuteScalarAsync())!;
        }
        return counts;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
