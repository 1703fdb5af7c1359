using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Registry.Mutants;
using Registry.Tests.Host;

namespace Registry.Tests.Mutants;

/// <summary>The mutant runner itself: a mutant covered by a test is killed, an uncovered one is reported.</summary>
public sealed class MutantsTests
{
    private const string Fixture = """
        namespace Fixture;

        public static class Terms
        {
            public static int Asked { get; private set; }

            public static bool IsLate(int day, int due)
            {
                Asked++;
                return day > due;
            }

            public static string Said(string? reason) => reason ?? "none";
        }
        """;

    /// <summary>The fixture with all its mutants, built once.</summary>
    private static readonly Lazy<(IReadOnlyList<Mutant> Mutants, Assembly Built)> Mutated = new(() =>
    {
        var (root, mutants) = Schemata.Of("Terms.cs", Fixture, 0, new HashSet<string>(), [], namedOnly: false);
        using var chosen = new StreamReader(typeof(Schemata).Assembly.GetManifestResourceStream("Switch.cs")!);
        var built = CSharpCompilation.Create(
            "Fixture",
            [CSharpSyntaxTree.ParseText(root.ToFullString()), CSharpSyntaxTree.ParseText(chosen.ReadToEnd())],
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                    .Split(Path.PathSeparator)
                    .Where(f => Path.GetFileName(f) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
                    .Select(f => MetadataReference.CreateFromFile(f)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var file = new MemoryStream();
        var result = built.Emit(file);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return (mutants, Assembly.Load(file.ToArray()));
    });

    /// <summary>The operators of the mutants that fail a test of the fixture.</summary>
    private static List<string> KilledBy(Func<Func<string, object?[], object?>, bool> test)
    {
        var (mutants, built) = Mutated.Value;
        var on = built.GetType("Registry.Mutation.Mutant")!.GetProperty("On")!;
        object? Call(string method, object?[] arguments) => built.GetType("Fixture.Terms")!.GetMethod(method)!.Invoke(null, arguments);
        Assert.True(test(Call), "The fixture's test fails without a mutant.");
        var killed = new List<string>();
        foreach (var mutant in mutants)
        {
            on.SetValue(null, mutant.Index);
            if (!test(Call))
                killed.Add(mutant.Operator);
            on.SetValue(null, -1);
        }
        return killed;
    }

    [Fact]
    public void A_slip_in_a_boundary_is_found_by_a_test_of_the_boundary_and_survives_another()
    {
        Assert.Equal(["statement", "boundary", "fallback"], Mutated.Value.Mutants.Select(m => m.Operator));
        Assert.Empty(KilledBy(call => call("IsLate", [5, 3]) is true && call("IsLate", [1, 3]) is false));
        Assert.Equal(["boundary"], KilledBy(call => call("IsLate", [3, 3]) is false));
    }

    [Fact]
    public void A_lost_statement_and_a_lost_fallback_are_found()
    {
        var asked = Mutated.Value.Built.GetType("Fixture.Terms")!.GetProperty("Asked")!;
        Assert.Equal(
            ["statement"],
            KilledBy(call =>
            {
                var before = (int)asked.GetValue(null)!;
                call("IsLate", [1, 2]);
                return (int)asked.GetValue(null)! == before + 1;
            })
        );
        Assert.Equal(["fallback"], KilledBy(call => call("Said", ["себеби"]) is "себеби"));
    }

    [Fact]
    public void Every_named_mutant_fits_the_sources_once()
    {
        foreach (var named in NamedMutant.All)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, named.File));
            var fits = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Where(n => named.Fits(named.File, n)).ToList();
            Assert.True(fits.Count == 1, $"{named.Name}: {fits.Count} places in {named.File}");
        }
        Assert.Equal(8, NamedMutant.AsMutants().Count);
    }

    [Theory]
    [InlineData("--seed 16 --count 300 --dry", "seed 16: 300 of ", 300)]
    [InlineData("--named --dry", "a town's user sees the district", 8)]
    public async Task A_documented_command_shows_what_it_would_change(string command, string says, int mutants)
    {
        var (first, second) = (await RunAsync(command), await RunAsync(command));
        Assert.Equal(0, first.Code);
        Assert.Contains(says, first.Log, StringComparison.Ordinal);
        Assert.Equal(mutants + 1, first.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        // the same seed draws the same mutants
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_mistyped_command_is_told() => Assert.Equal(2, (await RunAsync("--sed 16")).Code);

    private static async Task<(int Code, string Log)> RunAsync(string command)
    {
        var log = new StringWriter();
        var folder = Path.Combine(Path.GetTempPath(), "registry-no-mutants");
        return (await Registry.Mutants.Program.RunAsync([.. command.Split(' '), "--folder", folder], log), log.ToString());
    }
}
