using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Registry.Access.Authentication;

/// <summary>
/// The operator's list of passwords that are known from breaches (ASVS 6.2.12): lines of a SHA-1 hash, a colon and a count, in the order of the hashes, as
/// haveibeenpwned.com gives them. The file has many gigabytes: it is searched in place, never loaded, and nothing is queried over a network.
/// </summary>
internal sealed class BreachedPasswords(IConfiguration configuration)
{
    public const string Setting = "Registry:SignIn:BreachedPasswords";
    private const int LongestLine = 128;
    private readonly string? _file = configuration[Setting];

    /// <param name="password">In normal form C.</param>
    public bool Holds(string password)
    {
        if (string.IsNullOrEmpty(_file))
            return false;
#pragma warning disable CA5350 // the list uses SHA-1: nothing is protected by it
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        var (from, to) = (0L, file.Length);
        while (from < to)
        {
            var (start, next, line) = LineAt(file, from + (to - from) / 2);
            switch (string.CompareOrdinal(line, 0, wanted, 0, wanted.Length))
            {
                case 0:
                    return true;
                case < 0:
                    from = next;
                    break;
                default:
                    to = start;
                    break;
            }
        }
        return false;
    }

    /// <summary>The line that covers a place of the file: where it begins, where the next one does, its text in capitals.</summary>
    private static (long Start, long Next, string Text) LineAt(FileStream file, long place)
    {
        var window = Math.Max(0, place - LongestLine);
        Span<byte> bytes = stackalloc byte[2 * LongestLine];
        file.Position = window;
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var at = (int)(place - window);
        var start = bytes[..at].LastIndexOf((byte)'\n') + 1;
        var length = bytes[start..].IndexOf((byte)'\n');
        var end = length < 0 ? bytes.Length : start + length;
        return (window + start, window + end + 1, Encoding.ASCII.GetString(bytes[start..end]).ToUpperInvariant());
    }
}
