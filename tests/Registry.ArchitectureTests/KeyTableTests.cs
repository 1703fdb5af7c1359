using System.Text.RegularExpressions;

namespace Registry.ArchitectureTests;

/// <summary>«Keys and algorithms» in docs/security.md names every key of the store and every file that hashes or encrypts (ASVS 11.1.1, 11.1.2).</summary>
public sealed partial class KeyTableTests
{
    private const string Heading = "## Keys and algorithms";

    private static string Section()
    {
        var all = File.ReadAllText(Path.Combine(Tree.Root, "docs", "security.md"));
        var start = all.IndexOf(Heading, StringComparison.Ordinal);
        Assert.True(start >= 0, Heading);
        return all[start..all.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .GetFiles(Path.Combine(Tree.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void Every_file_that_hashes_or_encrypts_stands_in_the_table()
    {
        var section = Section();
        var files = Sources().Where(f => Cryptography().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).ToList();
        Assert.True(files.Count >= 20, $"{files.Count}");
        Assert.Equal([], files.Where(f => !section.Contains($"`{f}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_that_the_table_names_hashes_or_encrypts()
    {
        var sources = Sources().ToLookup(f => Path.GetFileName(f), File.ReadAllText);
        var named = Named().Matches(Section()).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal([], named.Where(f => !sources[f].Any(text => Cryptography().IsMatch(text))));
    }

    [Fact]
    public void Every_key_of_the_store_has_a_row()
    {
        var store = File.ReadAllText(Path.Combine(Tree.Root, "src", "Shared", "Registry.Platform", "Keys", "KeyStore.cs"));
        var keys = KeyOfStore().Matches(store).Select(m => m.Groups[1].Value).ToList();
        Assert.True(keys.Count >= 3, $"{keys.Count}");
        var section = Section();
        Assert.Equal([], keys.Where(k => !section.Contains($"| `{k}` |", StringComparison.Ordinal)));
    }

    [GeneratedRegex(
        @"\b(HMACSHA\d+|SHA\d+|MD5|RSA|ECDsa|Aes|AesGcm|AesCcm|ChaCha20Poly1305|IncrementalHash|HKDF|Rfc2898DeriveBytes|PasswordHasher)\b[.(<]|\bAesGcm\b"
    )]
    private static partial Regex Cryptography();

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"static readonly Guid (\w+) =")]
    private static partial Regex KeyOfStore();
}
