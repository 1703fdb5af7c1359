namespace Registry.ArchitectureTests;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Tree
{
    public static string Root { get; } = RootOf(AppContext.BaseDirectory);

    private static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "Registry.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}
