using System.Collections.Frozen;
using System.Reflection;

namespace Registry.Basics.People;

/// <summary>Names so common that one written instead of another is another person, not a typing error: Марат and Мурат, Хасан and Хусан.</summary>
public static class KnownNames
{
    public static readonly IReadOnlyList<string> All = Read();
    private static readonly FrozenSet<string> Roots = All.Select(n => new NameForm(n).Root).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(NameForm form) => Roots.Contains(form.Root);

    /// <summary>Two names that people bear, not two spellings of one.</summary>
    public static bool AreTwo(NameForm one, NameForm other) => one.Root != other.Root && Contains(one) && Contains(other);

    private static string[] Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith("KnownNames.txt", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
