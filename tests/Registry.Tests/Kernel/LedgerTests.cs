using Microsoft.Data.Sqlite;
using Registry.Kernel.Purging;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Kernel;

/// <summary>What must not come back with an older backup is kept beside the databases [25.2, 15.2].</summary>
[Clause("25.2", "15.2")]
public sealed class LedgerTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lines_are_read_by_their_kind_the_oldest_first_and_each_once()
    {
        var (ledger, one, two) = (_host.Service<Ledger>(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await ledger.AppendAsync("purge", one, "Turned28 2026-11-23", default);
        await ledger.AppendAsync("other", one, "x", default);
        await ledger.AppendAsync("purge", one, "Turned28 2026-11-23", default);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await ledger.AppendAsync("purge", two, "Decided 2026-11-24", default);
        var lines = await ledger.ReadAsync(["purge"], default);
        Assert.Equal([(one, "Turned28 2026-11-23"), (two, "Decided 2026-11-24")], lines.Select(l => (l.Id, l.Note)));
        Assert.Equal(RegistryHost.Start.UtcDateTime, lines[0].At);
    }

    [Fact]
    public async Task What_was_begun_and_stands_in_the_ledger_alone_is_ended_by_the_replay_and_what_was_ended_is_not_ended_again()
    {
        var (purge, subject) = (_host.Service<PurgeSubject>(), Guid.CreateVersion7());
        await purge.RunAsync(Guid.CreateVersion7(), PurgeGround.Turned28, new(2026, 11, 23), default);
        await _host.Service<Ledger>().AppendAsync("purge", subject, "Turned28 2026-11-23", default);
        Assert.Equal(1, await purge.ReplayAsync(default));
        Assert.Equal(0, await purge.ReplayAsync(default));
    }

    [Trait("Needs", "embedded")]
    [Fact]
    public async Task After_a_replay_no_page_of_the_file_keeps_what_was_removed()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var draft = new
        {
            key = "card.x",
            text = new string('x', 150_000),
            childId = child,
        };
        await holder.PostAsync("/api/children/drafts", draft).JsonAsync();
        await _host.Service<Ledger>().AppendAsync("purge", child, "Turned28 2026-11-23", default);
        await _host.Service<PurgeSubject>().ReplayAsync(default);
        Assert.Equal(0, await _host.RowsAboutAsync(child));
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Mode=ReadOnly");
        await file.OpenAsync();
        await using var free = file.CreateCommand();
        free.CommandText = "PRAGMA freelist_count";
        Assert.Equal(0L, await free.ExecuteScalarAsync());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
