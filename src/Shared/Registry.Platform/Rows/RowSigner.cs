using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Platform.Rows;

/// <summary>Makes and compares the MACs of rows.</summary>
internal sealed class RowSigner(byte[] key)
{
    public byte[] Of(ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);

    public bool Holds(ReadOnlySpan<byte> text, byte[] mac) => CryptographicOperations.FixedTimeEquals(Of(text), mac);

    /// <summary>Whether an untracked row says what the Base has written.</summary>
    public bool Holds(AttestedTable table, object row) => Holds(table.Text(row), ((IAttested)row).Mac);
}
