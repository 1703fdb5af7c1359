namespace Registry.Mutants;

/// <summary>The parts of the sources that mutants are drawn from: where a mistake hurts a child.</summary>
internal static class Areas
{
    private static readonly string[] Folders =
    [
        "src/Modules/ProtectionPlans",
        "src/Modules/Children/Model",
        "src/Modules/Children/Signals",
        "src/Modules/Children/Cases",
        "src/Modules/Children/Transfers",
        "src/Modules/Children/Changes",
        "src/Modules/Children/Purging",
        "src/Modules/Institutions/Model",
        "src/Modules/Institutions/Placements",
        "src/Modules/Access/Purging",
        "src/Modules/Assessments/Purging",
        "src/Modules/Institutions/Purging",
        "src/Modules/Integration/Purging",
        "src/Modules/Reporting/Purging",
        "src/Shared/Registry.Platform/Model",
        "src/Shared/Registry.Platform/Time",
        "src/Shared/Registry.Basics/Time",
        "src/Shared/Registry.Platform/Purging",
    ];

    /// <summary>Every source file of the areas, relative to the repository root. Tables, module wiring and demos decide nothing.</summary>
    public static IEnumerable<string> Files(string root) =>
        Folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/Migrations/", StringComparison.Ordinal)
                && !file.EndsWith("DbContext.cs", StringComparison.Ordinal)
                && !file.EndsWith("Demo.cs", StringComparison.Ordinal)
                && !file.EndsWith("Module.cs", StringComparison.Ordinal)
            )
            .Distinct()
            .Order(StringComparer.Ordinal);
}
