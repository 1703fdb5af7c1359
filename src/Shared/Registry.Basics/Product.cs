using System.Reflection;

namespace Registry.Basics;

/// <summary>What runs here.</summary>
public static class Product
{
    private const int CommitLength = 8;

    /// <summary>Version and, where it was built from a git checkout, the first characters of the commit: <c>1.0.0+1f947fb7</c>.</summary>
    public static string Version { get; } =
        Short(typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string Short(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus
            ? version[..Math.Min(version.Length, plus + 1 + CommitLength)]
            : version;
}
