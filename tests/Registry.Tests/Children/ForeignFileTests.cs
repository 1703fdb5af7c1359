using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Registry.Platform.Parsing;
using Registry.Tests.Host;
using SkiaSharp;

namespace Registry.Tests.Children;

/// <summary>A hostile file costs its sender a refusal; the host and everyone else carry on.</summary>
[Clause("14.3", "15.2")]
public sealed class ForeignFileTests : IAsyncLifetime
{
    private const long Megabyte = 1024 * 1024;
    private const int Port = 5097;
    private readonly RegistryHost _host = new() { More = new() { ["Registry:Parsing:Seconds"] = "2" } };
    private HttpClient _holder = null!;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _child = (await _holder.OpenCardAsync()).Id("childId");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient by, Guid child, byte[] content) =>
        by.PostAsync(
            $"/api/children/cards/{child}/attachments",
            new
            {
                to = "card",
                name = "a",
                title = "x",
                content,
            }
        );

    private async Task<string> RefusedAsync(byte[] content)
    {
        var answer = await SendAsync(_holder, _child, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal("content", error.Text("field"));
        return error.Text("code")!;
    }

    public static TheoryData<string, string> Attacks =>
        new()
        {
            { nameof(HostileFiles.NestedBoxes), "file.damaged" },
            { nameof(HostileFiles.ChainOfObjects), "file.damaged" },
            { nameof(HostileFiles.NestedKids), "file.damaged file.too-slow file.too-much-memory" },
            { nameof(HostileFiles.Picture), "file.too-many-pixels" },
        };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_file_made_to_end_its_reader_is_refused_and_the_next_one_is_taken(string attack, string codes)
    {
        var content = attack switch
        {
            nameof(HostileFiles.NestedBoxes) => HostileFiles.NestedBoxes(),
            nameof(HostileFiles.ChainOfObjects) => HostileFiles.ChainOfObjects(),
            nameof(HostileFiles.NestedKids) => HostileFiles.NestedKids(),
            _ => HostileFiles.Picture(10_000, 6_000),
        };
        Assert.True(content.Length < 3 * Megabyte, $"{content.Length}");
        Assert.Contains(await RefusedAsync(content), codes.Split(' '));
        await SendAsync(_holder, _child, SampleFiles.Pdf()).JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>Accepted or refused, the file costs the host nothing: measured at a host of its own, since a peak stays.</summary>
    [Fact]
    [Trait("Needs", "embedded")]
    public async Task What_grows_a_thousandfold_twice_grows_in_a_worker_alone()
    {
        var folder = RegistryHost.NewFolder("registry-growing-");
        using var host = HostProcess.Start(folder, Port);
        using var holder = HostProcess.Browser(Port);
        await HostProcess.WaitAsync(holder);
        await HostProcess.SignInAsync(holder, "holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await SendAsync(holder, child, SampleFiles.Pdf()).JsonAsync(HttpStatusCode.Created);
        var before = host.PeakMemory;
        var answer = await SendAsync(holder, child, HostileFiles.DeflatedTwice());
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.BadRequest });
        Assert.InRange(host.PeakMemory - before, 0, 100 * Megabyte);
        await host.KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_busy_machine_is_not_the_files_fault_but_no_worker_is_waited_for_without_end()
    {
        // a limit that no other pool has: its worker is found by it
        using var pool = new ParserPool(new() { Megabytes = 333, Seconds = 1 });
        Assert.Equal("", (await pool.ParseAsync(SampleFiles.Png(), default)).Refusal);
        var worker = Assert.Single(WorkersOf(megabytes: 333));
        await SignalAsync(worker, "STOP");
        var waiting = pool.ParseAsync(SampleFiles.Png(), default);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(waiting.IsCompleted);
        await SignalAsync(worker, "CONT");
        Assert.Equal("", (await waiting).Refusal);
        await SignalAsync(worker, "STOP");
        Assert.Equal("file.too-slow", (await pool.ParseAsync(SampleFiles.Png(), default)).Refusal);
    }

    private static List<int> WorkersOf(long megabytes)
    {
        var limit = $"DOTNET_GCHeapHardLimit={megabytes * Megabyte * 3 / 4:X}";
        return [.. Process.GetProcessesByName("dotnet").Select(p => p.Id).Where(id => EnvironmentOf(id).Split('\0').Contains(limit))];
    }

    private static string EnvironmentOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task SignalAsync(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    [Fact]
    public async Task Native_memory_counts_too()
    {
        var picture = HostileFiles.Picture(7_000, 5_500);
        using var pool = new ParserPool(new() { Megabytes = 128 });
        Assert.Equal("file.too-much-memory", (await pool.ParseAsync(picture, default)).Refusal);
        Assert.Equal("", (await pool.ParseAsync(SampleFiles.Png(), default)).Refusal);
    }

    [Fact]
    public async Task Hostile_files_of_one_person_hold_up_nobody_elses()
    {
        var other = await _host.SignedInAsync("holder.alamudun");
        var child = (await other.OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun))).Id("childId");
        var hostile = HostileFiles.NestedKids();
        var attacks = Enumerable.Range(0, 3).Select(_ => SendAsync(_holder, _child, hostile)).ToList();
        var asked = Stopwatch.StartNew();
        await SendAsync(other, child, SampleFiles.Png()).JsonAsync(HttpStatusCode.Created);
        Assert.False(attacks.TrueForAll(a => a.IsCompleted), $"{asked.Elapsed}");
        foreach (var attack in attacks)
            Assert.Equal(HttpStatusCode.BadRequest, (await attack).StatusCode);
    }

    [Fact]
    public async Task Who_sends_more_than_may_wait_is_told_when_to_come_back()
    {
        var hostile = HostileFiles.NestedKids();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(_holder, _child, hostile)));
        var told = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(4, told.Count);
        foreach (var answer in told)
        {
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal("busy.wait-for-yours", (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("code"));
        }
    }

    [Fact]
    public async Task A_large_photo_is_drawn_smaller_and_a_scan_of_forty_megapixels_is_kept_whole()
    {
        using var pool = new ParserPool(new() { Seconds = 120 });
        var photo = await DrawnAsync(HostileFiles.Picture(10_000, 6_000, SKEncodedImageFormat.Jpeg));
        Assert.InRange((long)photo.Width * photo.Height, 20_000_000, 40_000_000);
        var scan = await DrawnAsync(HostileFiles.Picture(4_960, 7_016));
        Assert.Equal((4_960, 7_016), (scan.Width, scan.Height));

        async Task<SKImageInfo> DrawnAsync(byte[] content) => SKBitmap.DecodeBounds((await pool.ParseAsync(content, default)).Content);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
