using Registry.Kernel.Purging;
using Registry.Tests.Host;

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

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
