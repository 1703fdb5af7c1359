using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Registry.Mutants.Inside;

namespace Registry.Mutants;

/// <param name="Fate">killed, timeout, survived or unreached.</param>
internal sealed record Result(string Id, string Mutant, string Fate, string? By, string? Because, double Seconds);

/// <summary>Changes lines of the sources one at a time and asks whether a test notices.</summary>
internal static class Program
{
    private const int WantedPercent = 90;

    public static async Task<int> Main(string[] args) =>
        args is ["inside", .. var inside] ? Runner.Run(inside) : await RunAsync(args, Console.Out);

    public static async Task<int> RunAsync(string[] args, TextWriter log)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            log.WriteLine("--seed N --count N | --named; --dry, --again, --seconds N, --folder PATH, --without PATTERN of test classes");
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
        var worker = new Worker(scratch);
        await using var _ = worker;
        var coverage = await CoverAsync(source, scratch, worker, arguments, log);
        await JudgeAsync(drawn, coverage, worker, arguments, log);
        return Summary(drawn, arguments, log);
    }

    private static IReadOnlyList<Mutant> Drawn(Arguments arguments, Source source, Scratch scratch) =>
        arguments.Named ? NamedMutant.AsMutants() : source.Draw(arguments.Seed, arguments.Count, scratch.Dropped());

    private static async Task<Coverage> CoverAsync(Source source, Scratch scratch, Worker worker, Arguments arguments, TextWriter log)
    {
        // mutants are known to tests by their numbers: other sources, other numbers
        var sources = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', source.Mutants.Select(m => m.Id))));
        var file = Path.Combine(scratch.Folder, $"coverage-{Convert.ToHexStringLower(sources)[..12]}.jsonl");
        log.WriteLine($"asking which tests reach which mutants: {file}");
        if (await worker.CoverAsync(file, arguments.Without) != 0)
            throw new InvalidOperationException("The tests could not be run.");
        var tests = Lines.Read<Covered>(file);
        foreach (var broken in tests.Where(t => !t.Passed))
            log.WriteLine($"fails without any mutant, not used: {broken.Name}");
        log.WriteLine($"{tests.Count} tests, {tests.Sum(t => t.Seconds):F0} s");
        return new(source.Mutants, tests);
    }

    private static async Task JudgeAsync(IReadOnlyList<Mutant> drawn, Coverage coverage, Worker worker, Arguments arguments, TextWriter log)
    {
        var known = Known(arguments);
        foreach (var (at, mutant) in drawn.Index())
        {
            if (known.TryGetValue(mutant.Id, out var before) && !(arguments.Again && before.Fate is "survived" or "unreached"))
                continue;
            var tests = coverage.TestsOf(mutant);
            Result result;
            if (tests.Count == 0)
                result = new(mutant.Id, $"{mutant}", "unreached", null, null, 0);
            else if (await worker.JudgeAsync(new(mutant.Index, [.. tests], arguments.Seconds), mutant.SetUp) is { } verdict)
                result = new(
                    mutant.Id,
                    $"{mutant}",
                    verdict.KilledBy is null ? "survived" : "killed",
                    verdict.KilledBy,
                    verdict.Because,
                    verdict.Seconds
                );
            else
                result = new(mutant.Id, $"{mutant}", "timeout", null, null, 0);
            Lines.Add(ResultsFile(arguments), result);
            log.WriteLine($"{at + 1}/{drawn.Count} {result.Fate} {result.Seconds:F0} s {mutant}");
        }
    }

    private static string ResultsFile(Arguments arguments) => Path.Combine(arguments.Folder, "results.jsonl");

    /// <summary>The last word on each mutant.</summary>
    private static Dictionary<string, Result> Known(Arguments arguments) =>
        Lines.Read<Result>(ResultsFile(arguments)).GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.Last());

    private static int Summary(IReadOnlyList<Mutant> drawn, Arguments arguments, TextWriter log)
    {
        var known = Known(arguments);
        var fates = drawn.Select(m => (Mutant: m, Result: known[m.Id])).ToList();
        foreach (var (mutant, result) in fates.Where(f => f.Result.Fate is "survived" or "unreached"))
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
