using System.Security.Cryptography;
using System.Text;

namespace Registry.Platform.Sealing;

/// <summary>A row with sealed columns. A seal is closed for its row and the number of that moment: moved to another row, or put back after a change, it does not open.</summary>
public interface ISealedRow
{
    Guid Id { get; }

    /// <summary>0 for what was sealed once; one more at each resealing.</summary>
    int SealNo { get; set; }

    /// <summary>Of the purposes of its columns, whether this very row may be sealed for one.</summary>
    bool Takes(string purpose) => true;
}

/// <summary>The row is the subject itself: its seals are closed under the key that bears its id.</summary>
public interface ISubjectRow : ISealedRow;

/// <summary>Where a seal lies.</summary>
/// <param name="No">The row's <see cref="ISealedRow.SealNo"/>; a row that is sealed once, when it is made, stays at 0.</param>
public readonly record struct SealedAt(Guid Row, int No = 0)
{
    public static SealedAt Of(ISealedRow row) => new(row.Id, row.SealNo);

    /// <summary>The id of a row whose key is something else: the same for the same key.</summary>
    public static Guid RowOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    internal SealedAt Next() => this with { No = No + 1 };
}
