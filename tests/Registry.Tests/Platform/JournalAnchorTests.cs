using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Journal;

namespace Registry.Tests.Platform;

/// <summary>Anchors and marks of the journal, with the Platform alone [28].</summary>
[Clause("14.3", "28")]
[Trait("Needs", "embedded")]
public sealed class JournalAnchorTests : IAsyncLifetime
{
    private JournalUnderTest _journal = new();

    public async Task InitializeAsync()
    {
        await _journal.StartAsync();
        await _journal.FillAsync(days: 1, blocksADay: 3, entriesABlock: 4);
    }

    private async Task AssertWholeAsync(int notes = 0)
    {
        var verdict = await _journal.VerifyAsync();
        Assert.True(verdict.IsWhole, string.Join("; ", verdict.Findings));
        Assert.Equal(notes, verdict.Notes.Count);
    }

    [Fact]
    public async Task A_head_is_anchored_once_however_often_it_is_asked()
    {
        await _journal.AnchorAsync();
        await _journal.AnchorAsync();
        foreach (var anchor in _journal.Anchors)
            Assert.Equal(3, (await File.ReadAllLinesAsync(anchor)).Length);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Whoever_comes_while_another_process_has_the_file_open_waits()
    {
        var here = _journal.Anchors[0];
        // a host that writes its line
        var writing = new FileStream(here, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var verified = _journal.VerifyAsync();
        await Task.Delay(200);
        Assert.False(verified.IsCompleted);
        await writing.DisposeAsync();
        Assert.True((await verified).IsWhole);

        // a host that compares the whole file with the chain
        await _journal.BlockAsync(2);
        var reading = new FileStream(here, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var anchored = _journal.AnchorAsync();
        await Task.Delay(200);
        Assert.False(anchored.IsCompleted);
        await reading.DisposeAsync();
        await anchored;
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_torn_last_line_is_told_as_what_it_is_and_the_next_line_begins_anew()
    {
        var here = _journal.Anchors[0];
        await File.AppendAllTextAsync(here, "head 4 17 0A1B");
        await AssertWholeAsync(notes: 1);
        await _journal.BlockAsync(2);
        await _journal.AnchorAsync();
        await AssertWholeAsync(notes: 1);
        Assert.Contains("line 4", (await _journal.VerifyAsync()).Notes[0], StringComparison.Ordinal);
        Assert.Equal(5, (await File.ReadAllLinesAsync(here)).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_anchor_that_was_removed_or_shortened_stays_a_finding_when_it_is_written_again(int linesLeft)
    {
        var here = _journal.Anchors[0];
        await File.WriteAllLinesAsync(here, (await File.ReadAllLinesAsync(here))[..linesLeft]);
        await _journal.BlockAsync(2);
        await _journal.AnchorAsync();
        var finding = Assert.Single((await _journal.VerifyAsync()).Findings);
        Assert.Equal(JournalFlaw.AnchorChanged, finding.Flaw);
    }

    [Fact]
    public async Task A_cut_tail_is_found_by_the_sealer_too_and_what_is_sealed_later_does_not_hide_it()
    {
        await _journal.SqlAsync("DELETE FROM platform_journal_blocks WHERE LastSeq > 8");
        await _journal.SqlAsync("DELETE FROM platform_journal_entries WHERE Seq > 8");
        foreach (var anchor in _journal.Anchors)
            await File.WriteAllLinesAsync(anchor, (await File.ReadAllLinesAsync(anchor))[..2]);
        await _journal.BlockAsync(9);
        await _journal.BlockAsync(9);
        Assert.Equal(12L, await _journal.DoAsync((s, _) => Task.FromResult(s.GetRequiredService<JournalChain>().CutAt)));
        Assert.Contains((await _journal.VerifyAsync()).Findings, f => f is { Flaw: JournalFlaw.Mark, To: 12 });
    }

    [Fact]
    public async Task Verifying_goes_on_from_where_it_found_all_whole_and_looks_at_everything_when_told_to()
    {
        Assert.Equal((0L, 12L), ((await _journal.VerifyAsync(all: false)) is var first ? first.Since : 0, first.Entries));
        await _journal.BlockAsync(4);
        var second = await _journal.VerifyAsync(all: false);
        Assert.Equal((12L, 16L), (second.Since, second.Entries));
        // before the verified head: the quick check does not look there, nor into the middle of a sealed day
        await _journal.SqlAsync("UPDATE platform_journal_entries SET Outcome = 500 WHERE Seq = 3");
        Assert.True((await _journal.VerifyAsync(all: false)).IsWhole);
        Assert.Equal(
            (1L, 4L),
            Assert.Single((await _journal.VerifyAsync(all: true)).Findings) is var found ? (found.From, found.To) : default
        );
    }

    [Fact]
    public async Task Each_day_is_sealed_once_by_a_block_over_its_blocks()
    {
        await _journal.FillAsync(days: 2, blocksADay: 2, entriesABlock: 3);
        await _journal.BlockAsync(1);
        var days = await _journal.DoAsync((_, db) => db.JournalDays.AsNoTracking().OrderBy(d => d.LastSeq).ToListAsync());
        Assert.Equal([3, 2, 2], days.Select(d => d.Blocks));
        Assert.Equal([new(2026, 11, 23), new(2026, 11, 24), new DateOnly(2026, 11, 25)], days.Select(d => d.Day));
        Assert.Equal([0, 12, 18], days.Select(d => d.PreviousSeq));
        await AssertWholeAsync();
        Assert.True((await _journal.VerifyAsync(all: false)).IsWhole);
    }

    [Fact]
    public async Task A_Base_from_before_blocks_were_signed_has_them_signed_once_and_its_older_lines_count()
    {
        // as the previous version left it: no key, no signatures, no marks, lines of a number and a hash
        var blocks = await _journal.DoAsync((_, db) => db.JournalBlocks.AsNoTracking().OrderBy(b => b.LastSeq).ToListAsync());
        foreach (var anchor in _journal.Anchors)
            await File.WriteAllLinesAsync(anchor, blocks.Select(b => $"{b.LastSeq} {Convert.ToHexString(b.Hash)}"));
        await _journal.SqlAsync("UPDATE platform_journal_blocks SET Mac = X''");
        await _journal.KeysAsync("DELETE FROM subject_keys WHERE SubjectId = '00000000-0000-7000-8000-000000000003'");
        await _journal.KeysAsync("DELETE FROM journal_marks");
        var folder = _journal.Folder;
        _journal = new(folder);
        await _journal.StartAsync();
        await AssertWholeAsync();
        await _journal.BlockAsync(3);
        await _journal.AnchorAsync();
        await AssertWholeAsync();
        await _journal.SqlAsync("UPDATE platform_journal_entries SET Outcome = 500 WHERE Seq = 3");
        Assert.False((await _journal.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task The_journals_key_is_not_made_anew_beside_lines_that_were_signed_with_it()
    {
        await _journal.KeysAsync("DELETE FROM subject_keys WHERE SubjectId = '00000000-0000-7000-8000-000000000003'");
        var folder = _journal.Folder;
        _journal = new(folder);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(_journal.StartAsync);
        Assert.Contains("lost the key of the journal", refused.Message, StringComparison.Ordinal);
        Assert.False(await _journal.HasKeyAsync());
    }

    [Fact]
    public async Task Heads_go_to_a_log_and_to_an_address_outside_and_what_was_kept_there_is_compared()
    {
        using var log = new TcpListener(IPAddress.Loopback, 0);
        log.Start();
        using var web = new HttpListener();
        var port = FreePort();
        web.Prefixes.Add($"http://127.0.0.1:{port}/");
        web.Start();
        await using var journal = new JournalUnderTest(
            more: new()
            {
                ["Registry:Journal:Syslog"] = $"127.0.0.1:{((IPEndPoint)log.LocalEndpoint).Port}",
                ["Registry:Journal:Post"] = $"http://127.0.0.1:{port}/heads",
            }
        );
        await journal.StartAsync();
        await journal.BlockAsync(3);
        var kept = KeepAsync(log, web);
        await journal.AnchorAsync();
        var file = Path.Combine(journal.Folder, "kept.log");
        await File.WriteAllTextAsync(file, await kept);
        var (heads, wrong) = await journal.DoAsync((s, _) => s.GetRequiredService<CompareAnchor>().RunAsync(file, default));
        Assert.Equal((2, 0), (heads, wrong.Count));

        await journal.SqlAsync("UPDATE platform_journal_blocks SET Hash = randomblob(32)");
        (heads, wrong) = await journal.DoAsync((s, _) => s.GetRequiredService<CompareAnchor>().RunAsync(file, default));
        Assert.Equal((2, 2), (heads, wrong.Count));
    }

    [Fact]
    public async Task A_syslog_receiver_with_a_foreign_certificate_gets_nothing()
    {
        using var rsa = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        using var log = new TcpListener(IPAddress.Loopback, 0);
        log.Start();
        var receiver = $"127.0.0.1:{((IPEndPoint)log.LocalEndpoint).Port}";
        Assert.True(OutsideAnchors.From(Anchors("log.example:6514")).SyslogTls);
        Assert.False(OutsideAnchors.From(Anchors(receiver)).SyslogTls);
        using var port = new AnchorPort(new(null, receiver, null, SyslogTls: true));
        var came = ReadAsync();
        await Assert.ThrowsAsync<IOException>(() => port.SendAsync("head 1", default));
        Assert.Equal("", await came);

        // what a trusted receiver would read
        async Task<string> ReadAsync()
        {
            using var sender = await log.AcceptTcpClientAsync();
            await using var tls = new SslStream(sender.GetStream());
            try
            {
                await tls.AuthenticateAsServerAsync(made);
                using var text = new StreamReader(tls);
                return await text.ReadToEndAsync();
            }
            catch (Exception refused) when (refused is AuthenticationException or IOException)
            {
                return "";
            }
        }

        static IConfiguration Anchors(string syslog) =>
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Registry:Journal:Syslog"] = syslog })
                .Build();
    }

    /// <summary>What a log and a web server record of one head.</summary>
    private static async Task<string> KeepAsync(TcpListener log, HttpListener web)
    {
        using var sender = await log.AcceptTcpClientAsync();
        using var logged = new StreamReader(sender.GetStream());
        var line = await logged.ReadToEndAsync();
        var call = await web.GetContextAsync();
        using var posted = new StreamReader(call.Request.InputStream, Encoding.UTF8);
        var body = await posted.ReadToEndAsync();
        call.Response.StatusCode = 204;
        call.Response.Close();
        Assert.Contains("registry - journal - head 1 3 ", line, StringComparison.Ordinal);
        return $"{line}\n{body}";
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    [Fact]
    public void The_turn_at_sealing_is_asked_for_in_words_that_SQL_Server_reads()
    {
        Assert.Equal(2, SealingTurn.Texts.Count);
        foreach (var text in SealingTurn.Texts)
            Registry.Tests.Host.TSql.Parse(text);
    }

    public async Task DisposeAsync() => await _journal.DisposeAsync();
}
