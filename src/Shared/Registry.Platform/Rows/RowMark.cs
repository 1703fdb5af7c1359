using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Platform.Rows;

/// <summary>
/// A covered row that decides who may do what and is never deleted: how far it had come is marked in the key store, so that an earlier state of the whole row, put back with its
/// own MAC, is found out.
/// </summary>
public interface IMarked : IAttested
{
    /// <summary>One more at each save that changes a covered column; covered itself.</summary>
    int MacNo { get; set; }
}

/// <summary>How far a row had come: apart from the row.</summary>
[NoSubject("how far rows of access had come")]
public sealed class RowMark
{
    public Guid Id { get; init; }
    public string Table { get; init; } = "";
    public int No { get; set; }
    public byte[] Mac { get; set; } = [];

    internal static RowMark Of(IMarked row, AttestedTable table, RowSigner signer)
    {
        var mark = new RowMark
        {
            Id = table.IdOf(row),
            Table = table.Name,
            No = row.MacNo,
        };
        mark.Mac = signer.Of(mark.Text());
        return mark;
    }

    /// <summary>Whether the row has come as far as the mark says, and the mark is ours.</summary>
    internal bool IsReachedBy(IMarked row, RowSigner signer) => row.MacNo >= No && signer.Holds(Text(), Mac);

    private byte[] Text()
    {
        var text = new byte[4 + 16 + sizeof(int)];
        "mark"u8.CopyTo(text);
        Id.TryWriteBytes(text.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(text.AsSpan(20), No);
        return text;
    }
}
