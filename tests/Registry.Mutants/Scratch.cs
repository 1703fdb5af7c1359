using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Registry.Mutants;

/// <summary>A copy of the working tree that the mutants are written to; the tree itself is never touched.</summary>
internal sealed partial class Scratch(string root, string folder)
{
    public string Folder => folder;
    private string DroppedFile => Path.Combine(folder, "does-not-compile.json");

    /// <summary>The built tests with the mutants in them.</summary>
    public string Tests => Path.Combine(folder, "tree", "tests", "Registry.Tests", "bin", "Debug", "net10.0");

    public HashSet<string> Dropped() =>
        File.Exists(DroppedFile) ? JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(DroppedFile))! : [];

    /// <summary>
    /// The mutants of a draw. What was drawn once stays drawn while its code stays, so that a run resumes with the same mutants after others were fixed;
    /// those whose code is gone are replaced by the next ones of the seed.
    /// </summary>
    public IReadOnlyList<Mutant> Draw(Source source, int seed, int count)
    {
        var file = Path.Combine(folder, $"draw-{seed}-{count}.json");
        var before = File.Exists(file) ? JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(file))! : [];
        var all = source.Draw(seed, int.MaxValue, Dropped());
        var chosen = all.OrderBy(m => before.Contains(m.Id) ? 0 : 1).Take(count).ToHashSet();
        // in the order of the seed, regardless of earlier draws
        IReadOnlyList<Mutant> drawn = [.. all.Where(chosen.Contains)];
        Directory.CreateDirectory(folder);
        File.WriteAllText(file, JsonSerializer.Serialize(drawn.Select(m => m.Id)));
        return drawn;
    }

    /// <summary>Copies, mutates and builds; drops mutants that do not compile and builds again.</summary>
    public async Task<Source> BuildAsync(TextWriter log)
    {
        Directory.CreateDirectory(folder);
        var dropped = Dropped();
        for (var round = 1; ; round++)
        {
            var source = Source.Read(root, dropped);
            await CopyAsync(source);
            log.WriteLine($"building {source.Mutants.Count - dropped.Count} mutants, round {round}");
            var (code, output) = await RunAsync(
                "dotnet",
                "build tests/Registry.Tests --nologo -v q -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:WarningLevel=0",
                Path.Combine(folder, "tree")
            );
            if (code == 0)
                return source;
            var wrong = Wrong(source, output);
            if (wrong.Count == 0 || round == 12)
                throw new InvalidOperationException(output);
            dropped.UnionWith(wrong);
            await File.WriteAllTextAsync(DroppedFile, JsonSerializer.Serialize(dropped));
        }
    }

    private async Task CopyAsync(Source source)
    {
        var tree = Path.Combine(folder, "tree");
        var (_, listed) = await RunAsync("git", "ls-files -co --exclude-standard", root);
        var files = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(root, f))).ToHashSet();
        foreach (var file in files)
        {
            var (from, to) = (Path.Combine(root, file), Path.Combine(tree, file));
            if (source.Files.TryGetValue(file, out var mutated))
                Write(to, mutated);
            else if (!File.Exists(to) || !File.ReadAllBytes(from).AsSpan().SequenceEqual(File.ReadAllBytes(to)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to, overwrite: true);
            }
        }
        await using var chosen = typeof(Scratch).Assembly.GetManifestResourceStream("Switch.cs")!;
        Write(Path.Combine(tree, "src/Shared/Registry.Contracts/Switch.cs"), await new StreamReader(chosen).ReadToEndAsync());
        // files removed from the sources are removed from the copy
        foreach (var part in new[] { "src", "tests" })
        foreach (var file in Directory.GetFiles(Path.Combine(tree, part), "*.cs", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(tree, file).Replace('\\', '/');
            if (
                !files.Contains(name)
                && !name.Contains("/obj/", StringComparison.Ordinal)
                && !name.EndsWith("/Switch.cs", StringComparison.Ordinal)
            )
                File.Delete(file);
        }
    }

    /// <summary>An unchanged file keeps its timestamp, so that it is not rebuilt.</summary>
    private static void Write(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The mutants in which the compiler found an error: the innermost around it, or all of the member if it is outside them.</summary>
    private HashSet<string> Wrong(Source source, string output)
    {
        var ids = source.Mutants.ToDictionary(m => m.Index, m => m.Id);
        var wrong = new HashSet<string>();
        foreach (var match in Error().Matches(output).DistinctBy(m => m.Value))
        {
            var file = Path.GetRelativePath(Path.Combine(folder, "tree"), match.Groups[1].Value).Replace('\\', '/');
            if (!source.Files.ContainsKey(file))
                continue;
            var (root, _) = Schemata.Of(
                file,
                File.ReadAllText(Path.Combine(source.Root, file)),
                source.Mutants.Where(m => m.File == file).Select(m => m.Index).DefaultIfEmpty(0).Min(),
                Dropped(),
                NamedMutant.All,
                namedOnly: source.Mutants.All(m => m.File != file)
            );
            // the text that the compiler read, still with the markers
            var lines = root.SyntaxTree.GetText().Lines;
            var at = lines[int.Parse(match.Groups[2].Value) - 1].Start + int.Parse(match.Groups[3].Value) - 1;
            var marked = root.GetAnnotatedNodes(Schemata.Mark).ToList();
            var around = marked.Where(n => n.FullSpan.Contains(at)).OrderBy(n => n.FullSpan.Length).Take(1).ToList();
            if (
                around.Count == 0
                && root.FindToken(at).Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member
            )
                around = [.. marked.Where(n => member.FullSpan.Contains(n.FullSpan))];
            wrong.UnionWith(
                around
                    .SelectMany(n => n.GetAnnotations(Schemata.Mark))
                    .Select(a => ids.GetValueOrDefault(int.Parse(a.Data!)))
                    .OfType<string>()
            );
        }
        return wrong;
    }

    [GeneratedRegex(@"^\s*(\S+\.cs)\((\d+),(\d+)\): error CS\d+", RegexOptions.Multiline)]
    private static partial Regex Error();

    private static async Task<(int Code, string Output)> RunAsync(string program, string arguments, string where)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = where,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
