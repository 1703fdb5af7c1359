using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Registry.Mutants.Inside;

/// <summary>What one test reaches without a mutant.</summary>
internal sealed record Covered(string Test, string Name, string Class, bool Passed, double Seconds, int[] Reaches);

/// <summary>One mutant and the tests that reach it, the smallest first; mutant -1: the tests alone.</summary>
internal sealed record Trial(int Mutant, string[] Tests, double Seconds);

/// <param name="Test">The test that detected it; null if none did.</param>
/// <param name="Because">Its message, or which tests were run.</param>
internal sealed record Verdict(string? Test, string? Name, string? Because, double Seconds);

/// <summary>The side that runs among the mutated sources: reports what tests reach, and judges mutants one at a time.</summary>
internal sealed class Runner
{
    /// <summary>Prefix of a line meant for the other side; tests may write lines of their own.</summary>
    public const string Mark = "@@mutants ";

    public const string Ready = "ready";

    private readonly Assembly _assembly = Assembly.Load("Registry.Tests");
    private readonly TestRun _tests;
    private readonly PropertyInfo _on;
    private readonly byte[] _touched;

    private Runner()
    {
        _tests = new(_assembly);
        var chosen = Assembly.Load("Registry.Contracts").GetType("Registry.Mutation.Mutant", throwOnError: true)!;
        _on = chosen.GetProperty("On")!;
        _touched = (byte[])chosen.GetProperty("Touched")!.GetValue(null)!;
    }

    public static int Run(string[] args)
    {
        var runner = new Runner();
        if (args is ["cover", var file, var without])
            runner.Cover(file, new Regex(without));
        else
            runner.Judge(args is ["judge", var first] ? int.Parse(first) : -1);
        return 0;
    }

    /// <summary>Runs each test that has no line in the file yet, one at a time, and writes its line.</summary>
    private void Cover(string file, Regex without)
    {
        var known = Lines.Read<Covered>(file).Select(c => c.Test).ToHashSet();
        var tests = _tests.Cases.Values.Where(t => !known.Contains(t.UniqueID) && !without.IsMatch(TestRun.ClassOf(t))).ToList();
        _tests.Run(
            tests,
            message =>
            {
                // what a shared host reached during startup counts for its first test
                if (message is not ITestCaseFinished done)
                    return true;
                var reached = _touched.Index().Where(t => t.Item != 0).Select(t => t.Index).ToArray();
                Array.Clear(_touched);
                Lines.Add(
                    file,
                    new Covered(
                        done.TestCase.UniqueID,
                        done.TestCase.DisplayName,
                        TestRun.ClassOf(done.TestCase),
                        done.TestsFailed == 0,
                        (double)done.ExecutionTime,
                        reached
                    )
                );
                return true;
            }
        );
    }

    private void Judge(int fromTheStart)
    {
        On = fromTheStart;
        // the first host of a process loads the demo for all others: do not charge it to a mutant
        using (Activator.CreateInstance(_assembly.GetType("Registry.Tests.Host.RegistryHost", throwOnError: true)!) as IDisposable)
            Console.Out.WriteLine(Mark + Ready);
        while (Console.In.ReadLine() is { } line)
            Console.Out.WriteLine(Mark + JsonSerializer.Serialize(JudgeOne(JsonSerializer.Deserialize<Trial>(line)!)));
    }

    private Verdict JudgeOne(Trial trial)
    {
        var watch = Stopwatch.StartNew();
        var known = trial.Tests.Where(_tests.Cases.ContainsKey).ToList();
        // tests that share a host cost least: they run in larger batches
        var (shared, own) = (new Queue<string>(known.Where(IsOnSharedHost)), new Queue<string>(known.Where(t => !IsOnSharedHost(t))));
        var asked = 0;
        for (var size = 1; shared.Count + own.Count > 0 && watch.Elapsed.TotalSeconds < trial.Seconds; size *= 4)
        {
            var (failed, because, done) = FirstFailure([.. Take(shared, 6 * size), .. Take(own, 2 * size)], trial, watch);
            asked += done;
            if (failed is not null)
                return new(failed.UniqueID, failed.DisplayName, because, watch.Elapsed.TotalSeconds);
        }
        return new(null, null, asked < known.Count ? $"{asked} of {known.Count} tests" : null, watch.Elapsed.TotalSeconds);
    }

    private bool IsOnSharedHost(string test) => _tests.Cases[test].TestMethod.TestClass.TestCollection.DisplayName == "host";

    private static IEnumerable<string> Take(Queue<string> tests, int count)
    {
        for (var i = 0; i < count && tests.TryDequeue(out var test); i++)
            yield return test;
    }

    private (ITestCase? Test, string? Because, int Done) FirstFailure(IReadOnlyList<string> tests, Trial trial, Stopwatch watch)
    {
        (ITestCase? Test, string? Because, int Done) first = default;
        var gate = new Lock();
        On = trial.Mutant;
        _tests.Run(
            tests.Select(t => _tests.Cases[t]),
            message =>
            {
                lock (gate)
                {
                    if (message is ITestFailed failed && first.Test is null)
                        first = (failed.TestCase, failed.Messages.FirstOrDefault(), first.Done);
                    else if (message is ITestFinished)
                        first.Done++;
                    return first.Test is null && watch.Elapsed.TotalSeconds < trial.Seconds;
                }
            }
        );
        On = -1;
        return first;
    }

    private int On
    {
        set => _on.SetValue(null, value);
    }
}
