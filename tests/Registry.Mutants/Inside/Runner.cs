using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Registry.Mutants.Inside;

/// <summary>What one test reaches without a mutant.</summary>
internal sealed record Covered(string Test, string Name, string Class, bool Passed, double Seconds, int[] Reaches);

/// <summary>One mutant and the tests that reach it, the likeliest first.</summary>
internal sealed record Trial(int Mutant, string[] Tests, double Seconds);

/// <param name="Ran">How many tests were begun.</param>
internal sealed record Verdict(int Mutant, string? KilledBy, string? Because, int Ran, double Seconds);

/// <summary>The side that runs among the mutated sources: says what tests reach, and judges mutants one at a time.</summary>
internal sealed class Runner
{
    /// <summary>Begins a line that is meant for the other side; tests may write lines of their own.</summary>
    public const string Mark = "@@mutants ";

    private readonly TestRun _tests = new(Assembly.Load("Registry.Tests"));
    private readonly PropertyInfo _on;
    private readonly byte[] _touched;

    private Runner()
    {
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

    /// <summary>Runs each test that has no line in the file yet, one after the other, and writes its line.</summary>
    private void Cover(string file, Regex without)
    {
        var known = Lines.Read<Covered>(file).Select(c => c.Test).ToHashSet();
        var tests = _tests.Cases.Values.Where(t => !known.Contains(t.UniqueID) && !without.IsMatch(TestRun.ClassOf(t))).ToList();
        _tests.Run(
            tests,
            inOrder: true,
            message =>
            {
                // what a shared host reached while it started counts for the first test on it
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
        while (Console.In.ReadLine() is { } line)
            Console.Out.WriteLine(Mark + JsonSerializer.Serialize(JudgeOne(JsonSerializer.Deserialize<Trial>(line)!)));
    }

    private Verdict JudgeOne(Trial task)
    {
        var watch = Stopwatch.StartNew();
        var (ran, at) = (0, 0);
        // a test that fails without the mutant too proves nothing
        var unsure = new HashSet<string>();
        for (var size = 4; at < task.Tests.Length && watch.Elapsed.TotalSeconds < task.Seconds; size *= 3)
        {
            var some = task.Tests.Skip(at).Take(size).Where(t => _tests.Cases.ContainsKey(t) && !unsure.Contains(t)).ToList();
            var (failed, because) = FirstFailure(some, task.Mutant, ref ran);
            if (failed is null)
            {
                at += size;
                continue;
            }
            if (FirstFailure([failed.UniqueID], -1, ref ran).Test is null)
                return new(task.Mutant, failed.DisplayName, because, ran, watch.Elapsed.TotalSeconds);
            unsure.Add(failed.UniqueID);
        }
        return new(
            task.Mutant,
            null,
            at < task.Tests.Length ? $"the first {at} of {task.Tests.Length} tests" : null,
            ran,
            watch.Elapsed.TotalSeconds
        );
    }

    private (ITestCase? Test, string? Because) FirstFailure(IReadOnlyList<string> tests, int mutant, ref int ran)
    {
        (ITestCase? Test, string? Because) first = default;
        var (begun, gate) = (0, new Lock());
        On = mutant;
        _tests.Run(
            tests.Select(t => _tests.Cases[t]),
            inOrder: false,
            message =>
            {
                lock (gate)
                {
                    if (message is ITestStarting)
                        begun++;
                    if (message is ITestFailed failed && first.Test is null)
                        first = (failed.TestCase, failed.Messages.FirstOrDefault());
                    return first.Test is null;
                }
            }
        );
        On = -1;
        ran += begun;
        return first;
    }

    private int On
    {
        set => _on.SetValue(null, value);
    }
}
