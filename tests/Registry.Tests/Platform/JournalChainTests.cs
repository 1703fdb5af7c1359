using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Journal;
using Registry.Platform.Model;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using Registry.Web;

namespace Registry.Tests.Platform;

[Clause("9", "14.3", "15.6", "28")]
public sealed class JournalChainTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private Task<T> DbAsync<T>(Func<PlatformDbContext, Task<T>> act) =>
        _host.InScopeAsync(s => act(s.GetRequiredService<PlatformDbContext>()));

    private Task<List<JournalEntry>> EntriesAsync() => DbAsync(db => db.Journal.AsNoTracking().OrderBy(e => e.Seq).ToListAsync());

    private Task SealAsync() =>
        _host.InScopeAsync(async s =>
        {
            await _host.Service<JournalChain>().SealAsync(s.GetRequiredService<PlatformDbContext>(), default);
            return true;
        });

    private Task<JournalVerdict> VerifyAsync() =>
        _host.InScopeAsync(s => s.GetRequiredService<VerifyJournal>().RunAsync(all: true, default));

    private Task<int> SqlAsync(FormattableString sql) => DbAsync(db => db.Database.ExecuteSqlAsync(sql));

    [Fact]
    public async Task Seals_what_is_there_in_one_block_and_leaves_what_is_read_meanwhile_to_the_next()
    {
        Task<int> BlocksAsync() => DbAsync(db => db.JournalBlocks.CountAsync());
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 4)
            .Select(async _ =>
            {
                while (!stop.IsCancellationRequested)
                    await _holder.GetAsync("/api/access/me");
            })
            .ToList();
        await _holder.GetAsync("/api/access/me");
        for (var i = 0; i < 5; i++)
        {
            var before = await BlocksAsync();
            await SealAsync();
            Assert.Equal(before + 1, await BlocksAsync());
            await _holder.GetAsync("/api/access/me");
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Writes_exactly_one_entry_per_call_refusals_included()
    {
        var before = (await EntriesAsync()).Count;
        var nobody = _host.Browser();
        (string, HttpStatusCode, string)[] expected =
        [
            ("/api/children/work-list", HttpStatusCode.OK, "ReadWorkList"),
            ($"/api/children/cards/{Guid.CreateVersion7()}", HttpStatusCode.NotFound, "GetCard"),
            ("/api/access/accounts", HttpStatusCode.Forbidden, "ListAccounts"),
            ("/api/no/such/thing", HttpStatusCode.NotFound, "unknown"),
        ];
        foreach (var (path, status, _) in expected)
            Assert.Equal(status, (await _holder.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/children/work-list")).StatusCode);
        // an anonymous caller is recorded once a minute
        await _host.Service<AnonymousRefusals>().FlushAsync();
        await _holder.RegisterAsync();
        var entries = (await EntriesAsync()).Skip(before).ToList();
        Assert.Equal(6, entries.Count);
        Assert.Equal(expected.Select(e => (e.Item3, (int)e.Item2)), entries.Take(4).Select(e => (e.Action, e.Outcome)));
        Assert.Null(entries[4].AccountId);
        Assert.Equal((AnonymousRefusals.Action, 1), (entries[4].Action, entries[4].Count));
        Assert.Equal(("RegisterSignal", 201), (entries[5].Action, entries[5].Outcome));
    }

    [Fact]
    public async Task Says_whose_seals_were_opened()
    {
        var card = await _holder.OpenCardAsync();
        await _holder.CardAsync(card.Id("childId"));
        var entry = (await EntriesAsync()).Last();
        Assert.Equal("GetCard", entry.Action);
        Assert.Equal(card.Id("childId"), entry.AboutId);
        Assert.Equal(card.Id("childId"), new Guid(entry.Opened!));
    }

    [Fact]
    public async Task Is_whole_when_nobody_touched_it_and_names_the_block_of_any_tampering()
    {
        for (var i = 0; i < 5; i++)
        {
            await _holder.GetAsync("/api/children/work-list");
            await SealAsync();
        }
        var whole = await VerifyAsync();
        Assert.True(whole.IsWhole);
        Assert.Equal((await EntriesAsync()).Count, whole.Entries);

        var victim = (await EntriesAsync())[^2].Seq;
        foreach (
            var (column, value) in new[]
            {
                ("Action", "'Other'"),
                ("Outcome", "500"),
                ("AccountId", "NULL"),
                ("At", "'2020-01-01 00:00:00'"),
                ("Ip", "'10.0.0.1'"),
            }
        )
        {
            var kept = await DbAsync(db => db.Journal.AsNoTracking().FirstAsync(e => e.Seq == victim));
            var tampering = $"UPDATE platform_journal_entries SET {column} = {value} WHERE Seq = {victim}";
            await DbAsync(db => db.Database.ExecuteSqlRawAsync(tampering));
            var verdict = await VerifyAsync();
            Assert.False(verdict.IsWhole, column);
            var broken = Assert.Single(verdict.Findings);
            Assert.InRange(victim, broken.From, broken.To);
            await SqlAsync(
                $"UPDATE platform_journal_entries SET Action = {kept.Action}, Outcome = {kept.Outcome}, AccountId = {kept.AccountId}, At = {kept.At}, Ip = {kept.Ip} WHERE Seq = {victim}"
            );
            Assert.True((await VerifyAsync()).IsWhole, column);
        }
    }

    [Fact]
    public async Task Notices_an_entry_that_is_gone_and_a_tail_that_was_cut_off()
    {
        await _holder.GetAsync("/api/children/work-list");
        await SealAsync();
        await _holder.GetAsync("/api/children/work-list");
        await SealAsync();
        var last = (await EntriesAsync())[^1].Seq;
        // the thief removes the last entry and its block: the head anchored outside the database reveals it
        await SqlAsync($"DELETE FROM platform_journal_entries WHERE Seq = {last}");
        Assert.False((await VerifyAsync()).IsWhole);
        await SqlAsync($"DELETE FROM platform_journal_blocks WHERE LastSeq = {last}");
        Assert.Contains((await VerifyAsync()).Findings, f => f is { Flaw: JournalFlaw.Mark } && f.To == last);
    }

    [Fact]
    public async Task The_anchor_job_beside_the_sealer_and_many_of_both_at_once_leave_one_chain()
    {
        for (var round = 0; round < 20; round++)
        {
            await _holder.GetAsync("/api/children/work-list");
            await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(i => i % 2 == 0 ? SealAsync() : _host.RunJobAsync<AnchorJournal>(job => job.RunAsync(default)))
            );
        }
        var verdict = await VerifyAsync();
        Assert.True(verdict.IsWhole, string.Join("; ", verdict.Findings));
    }

    [Fact]
    public async Task A_second_block_behind_the_same_one_is_refused_by_the_database()
    {
        await _holder.GetAsync("/api/children/work-list");
        await SealAsync();
        await _holder.GetAsync("/api/children/work-list");
        var fork = DbAsync(async db =>
        {
            var head = await db.JournalBlocks.AsNoTracking().OrderByDescending(b => b.LastSeq).FirstAsync();
            // two hosts that read the same head
            db.JournalBlocks.Add(
                new()
                {
                    PreviousSeq = head.PreviousSeq,
                    LastSeq = head.LastSeq + 1,
                    Count = 1,
                    Hash = head.Hash,
                }
            );
            return await db.SaveChangesAsync();
        });
        Assert.True(UniqueViolation.Is(await Assert.ThrowsAsync<DbUpdateException>(() => fork)));
    }

    [Trait("Needs", "embedded")]
    [Fact]
    public async Task Holds_no_personal_values()
    {
        var card = await _holder.OpenCardAsync(Road.NewIdentity("Канарейкина", pin: "10405201600012"));
        await _holder.PostAsync("/api/children/search", new { text = "Канарейкина" }).JsonAsync();
        await _holder.CardAsync(card.Id("childId"));
        await SealAsync();
        _host.Service<Microsoft.Extensions.Hosting.IHostApplicationLifetime>();
        foreach (var file in Directory.GetFiles(_host.Folder, "registry.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            foreach (var canary in new[] { "Канарейкина", "канаре", "10405201600012" })
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(canary)));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(canary)));
            }
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
