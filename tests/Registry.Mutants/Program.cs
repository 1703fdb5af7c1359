using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <param name="Fate">killed, timeout, survived, unreached, or unsure: the test that detected it fails without it too.</param>
/// <param name="By">The name of the test that detected it.</param>
internal sealed record Result(string Id, string Mutant, string Fate, string? Test, string? By, string? Because, double Seconds);

/// <summary>Changes lines of the sources one at a time and checks whether a test notices.</summary>
internal static class Program
{
    private const int WantedPercent = 90;

    public static async Task<int> Main(string[] args) =>
        args is ["inside", .. var inside] ? Runner.Run(inside) : await RunAsync(args, Console.Out);

    public static async Task<int> RunAsync(string[] args, TextWriter log)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            log.WriteLine(
                "--seed N --count N | --named; --dry, --again, --seconds N, --workers N, --folder PATH, --without PATTERN of test classes"
            );
            return 2;
        }
        var scratch = new Scratch(RootOf(AppContext.BaseDirectory), arguments.Folder);
        var source = Source.Read(RootOf(AppContext.BaseDirectory), scratch.Dropped());
        if (arguments.Dry)
        {
            var some = Drawn(arguments, source, scratch);
            foreach (var mutant in some)
                log.WriteLine($"{mutant.Id} {mutant}");
            log.WriteLine($"seed {arguments.Seed}: {some.Count} of {source.Mutants.Count} mutants");
            return 0;
        }
        source = await scratch.BuildAsync(log);
        var drawn = Drawn(arguments, source, scratch);
        var coverage = await CoverAsync(source, scratch, arguments, log);
        await JudgeAsync(drawn, coverage, scratch, arguments, log);
        return Summary(drawn, arguments, log);
    }

    private static IReadOnlyList<Mutant> Drawn(Arguments arguments, Source source, Scratch scratch) =>
        arguments.Named ? NamedMutant.AsMutants() : scratch.Draw(source, arguments.Seed, arguments.Count);

    private static async Task<Coverage> CoverAsync(Source source, Scratch scratch, Arguments arguments, TextWriter log)
    {
        // tests know mutants by number: other sources, other numbers
        var sources = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', source.Mutants.Select(m => m.Id))));
        var file = Path.Combine(scratch.Folder, $"coverage-{Convert.ToHexStringLower(sources)[..12]}.jsonl");
        log.WriteLine($"asking which tests reach which mutants: {file}");
        if (await new Worker(scratch).CoverAsync(file, arguments.Without) != 0)
            throw new InvalidOperationException("The tests could not be run.");
        var tests = Lines.Read<Covered>(file);
        foreach (var broken in tests.Where(t => !t.Passed))
            log.WriteLine($"fails without any mutant, not used: {broken.Name}");
        log.WriteLine($"{tests.Count} tests, {tests.Sum(t => t.Seconds):F0} s");
        return new(source.Mutants, tests);
    }

    private static async Task JudgeAsync(
        IReadOnlyList<Mutant> drawn,
        Coverage coverage,
        Scratch scratch,
        Arguments arguments,
        TextWriter log
    )
    {
        var known = Known(arguments);
        var left = drawn.Where(m =>
            !known.TryGetValue(m.Id, out var before) || (arguments.Again && before.Fate is not ("killed" or "timeout"))
        );
        // a test uses one core: as many workers as cores
        var (workers, gate, done) = (new ConcurrentBag<Worker>(), new Lock(), 0);
        try
        {
            await Parallel.ForEachAsync(
                left,
                new ParallelOptions { MaxDegreeOfParallelism = arguments.Workers },
                async (mutant, _) =>
                {
                    var worker = workers.TryTake(out var free) ? free : new Worker(scratch);
                    var result = await JudgeAsync(mutant, coverage, worker, arguments);
                    workers.Add(worker);
                    lock (gate)
                    {
                        Lines.Add(ResultsFile(arguments), result);
                        log.WriteLine($"{++done} {result.Fate} {result.Seconds:F0} s {mutant}");
                    }
                }
            );
            await DoubtAsync(drawn, workers.TryTake(out var idle) ? idle : new Worker(scratch), arguments, log);
        }
        finally
        {
            foreach (var worker in workers)
                await worker.DisposeAsync();
        }
    }

    private static async Task<Result> JudgeAsync(Mutant mutant, Coverage coverage, Worker worker, Arguments arguments)
    {
        var tests = coverage.TestsOf(mutant);
        if (tests.Count == 0)
            return new(mutant.Id, $"{mutant}", "unreached", null, null, null, 0);
        Verdict? verdict = null;
        if (mutant.SetUp && coverage.BuildsRules(tests) is { Count: > 0 } building)
            verdict = await worker.JudgeAsync(new(mutant.Index, [.. building], arguments.Seconds), setUp: false);
        if (verdict?.Test is null)
            verdict = await worker.JudgeAsync(new(mutant.Index, [.. tests], arguments.Seconds), mutant.SetUp);
        if (verdict is null)
        {
            // on a busy machine tests may time out without any mutant too: that proves nothing
            var late = await worker.JudgeAsync(new(-1, [.. tests], arguments.Seconds), setUp: false) is not { Test: null };
            return new(mutant.Id, $"{mutant}", late ? "unsure" : "timeout", null, null, null, 0);
        }
        var fate = verdict.Test is null ? "survived" : "killed";
        return new(mutant.Id, $"{mutant}", fate, verdict.Test, verdict.Name, verdict.Because, verdict.Seconds);
    }

    /// <summary>A test that fails without any mutant detected nothing: every witness runs once more, alone.</summary>
    private static async Task DoubtAsync(IReadOnlyList<Mutant> drawn, Worker worker, Arguments arguments, TextWriter log)
    {
        await using var _ = worker;
        var ids = drawn.Select(m => m.Id).ToHashSet();
        var killed = Known(arguments).Values.Where(r => r.Test is not null && ids.Contains(r.Id)).ToList();
        var witnesses = killed.Select(r => r.Test!).ToHashSet();
        log.WriteLine($"{witnesses.Count} tests that noticed a mutant run without any");
        while (await worker.JudgeAsync(new(-1, [.. witnesses], 3600), setUp: false) is { Test: { } wrong } verdict)
        {
            witnesses.Remove(wrong);
            log.WriteLine($"fails without any mutant: {verdict.Name}");
            foreach (var result in killed.Where(r => r.Test == wrong))
                Lines.Add(ResultsFile(arguments), result with { Fate = "unsure" });
        }
    }

    private static string ResultsFile(Arguments arguments) => Path.Combine(arguments.Folder, "results.jsonl");

    /// <summary>The final verdict on each mutant.</summary>
    private static Dictionary<string, Result> Known(Arguments arguments) =>
        Lines.Read<Result>(ResultsFile(arguments)).GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.Last());

    private static int Summary(IReadOnlyList<Mutant> drawn, Arguments arguments, TextWriter log)
    {
        var known = Known(arguments);
        var fates = drawn.Select(m => (Mutant: m, Result: known[m.Id])).ToList();
        foreach (var (mutant, result) in fates.Where(f => f.Result.Fate is not ("killed" or "timeout")))
            log.WriteLine($"{result.Fate}: {mutant}{(result.Because is null ? "" : $" ({result.Because})")}");
        var killed = fates.Count(f => f.Result.Fate is "killed" or "timeout");
        log.WriteLine(
            $"{(arguments.Named ? "named" : $"seed {arguments.Seed}")}: {drawn.Count} mutants, {killed} killed ({100.0 * killed / drawn.Count:F1} %), "
                + $"{fates.Count(f => f.Result.Fate is "timeout")} of them by time, {drawn.Count - killed} survived"
        );
        return killed * 100 >= drawn.Count * (arguments.Named ? 100 : WantedPercent) ? 0 : 1;
    }

    private static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "Registry.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}
