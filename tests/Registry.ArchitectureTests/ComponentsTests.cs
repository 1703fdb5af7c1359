using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>The program consists of exactly what the lock files hash, whatever its source; docs/components.md lists all of it (ASVS 15.1.2).</summary>
public sealed partial class ComponentsTests
{
    private static string PathOf(string path) => Path.Combine(Tree.Root, path);

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(PathOf(path))).RootElement;

    private static IEnumerable<(string Name, JsonElement Of)> NpmPackages(string folder) =>
        Json($"{folder}/package-lock.json")
            .GetProperty("packages")
            .EnumerateObject()
            .Where(p => p.Name.Length > 0)
            .Select(p => (p.Name, p.Value));

    [Theory]
    [InlineData("web-admin")]
    [InlineData("tests/e2e")]
    public void Every_package_of_the_browser_has_a_hash_and_no_address(string folder)
    {
        var packages = NpmPackages(folder).ToList();
        Assert.NotEmpty(packages);
        Assert.Equal(
            [],
            packages
                .Where(p => !p.Of.TryGetProperty("integrity", out var hash) || !$"{hash}".StartsWith("sha512-", StringComparison.Ordinal))
                .Select(p => p.Name)
        );
        Assert.Equal([], packages.Where(p => p.Of.TryGetProperty("resolved", out _)).Select(p => p.Name));
    }

    [Fact]
    public void Every_package_of_the_server_has_a_hash()
    {
        foreach (
            var file in Directory
                .GetFiles(Tree.Root, "packages.lock.json", SearchOption.AllDirectories)
                .Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
        )
        foreach (var (name, of) in PackagesOf(file))
            Assert.True(of.TryGetProperty("contentHash", out _), $"{file}: {name}");
    }

    private static IEnumerable<(string Name, JsonElement Of)> PackagesOf(string lockFile) =>
        JsonDocument
            .Parse(File.ReadAllText(lockFile))
            .RootElement.GetProperty("dependencies")
            .EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(p => $"{p.Value.GetProperty("type")}" != "Project")
            .Select(p => (p.Name, p.Value));

    [Fact]
    public void Every_component_is_listed_with_its_version_and_licence()
    {
        var list = new StringBuilder(
            "# Components\n\nWhat the program is made of; tools of development are left out. Made from the lock files: `UPDATE_DOCS=1 dotnet test tests/Registry.ArchitectureTests --filter ComponentsTests`.\n"
        );
        list.Append("\n## Server (NuGet)\n\n| package | version | licence |\n|---|---|---|\n");
        foreach (
            var (name, of) in PackagesOf(PathOf("src/Host/packages.lock.json"))
                .Where(p => !IsTool(p.Name))
                .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
                .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
        )
            list.Append($"| {name} | {of.GetProperty("resolved")} | {LicenceOf(name, $"{of.GetProperty("resolved")}")} |\n");
        list.Append("\n## Browser (npm)\n\n| package | version | licence |\n|---|---|---|\n");
        foreach (
            var (name, version, licence) in NpmPackages("web-admin")
                .Where(p =>
                    !p.Of.TryGetProperty("dev", out _)
                    && !p.Of.TryGetProperty("devOptional", out _)
                    && !p.Of.TryGetProperty("optional", out _)
                )
                .Select(p =>
                    (
                        Name: p.Name[(p.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + 13)..],
                        Version: $"{p.Of.GetProperty("version")}",
                        Licence: p.Of.TryGetProperty("license", out var l) ? $"{l}" : "?"
                    )
                )
                .Distinct()
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Version, StringComparer.Ordinal)
        )
            list.Append($"| {name} | {version} | {licence} |\n");
        var file = PathOf("docs/components.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, list.ToString());
        Assert.True(File.Exists(file) && File.ReadAllText(file) == list.ToString(), "docs/components.md is stale");
    }

    /// <summary>Analyzers check the sources and are not part of the program.</summary>
    private static bool IsTool(string name) => name.Contains("Analyzer", StringComparison.Ordinal);

    /// <summary>As the package itself declares it.</summary>
    private static string LicenceOf(string name, string version)
    {
        var folder =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
#pragma warning disable CA1308 // folder names are lower case
        var id = name.ToLowerInvariant();
#pragma warning restore CA1308
        var text = File.ReadAllText(Path.Combine(folder, id, version, $"{id}.nuspec"));
        return Expression().Match(text) is { Success: true } expression ? expression.Groups[1].Value
            : Address().Match(text) is { Success: true } address
            && !address.Groups[1].Value.Contains("deprecateLicenseUrl", StringComparison.Ordinal)
                ? address.Groups[1].Value
            : "a file in the package";
    }

    [GeneratedRegex("<license type=\"expression\">([^<]+)<")]
    private static partial Regex Expression();

    [GeneratedRegex("<licenseUrl>([^<]+)<")]
    private static partial Regex Address();
}
