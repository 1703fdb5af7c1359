using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Platform.Model;

/// <summary>What a merge of two cards changed in one row, in whichever module: by it the merge is undone.</summary>
[StaysWithCard("the record of the merge itself")]
public sealed class MovedRow : ISealedRow
{
    internal const string Purpose = "merge.changes";

    public Guid Id { get; init; }
    public Guid MergeId { get; init; }

    /// <summary>The child that the rows came to.</summary>
    public Guid ChildId { get; init; }

    /// <summary>The child whose card was merged.</summary>
    public Guid MergedId { get; init; }

    /// <summary>Full name of the entity.</summary>
    public string Entity { get; init; } = "";
    public Guid RowId { get; init; }

    /// <summary>The row came from the merged card; otherwise it was only changed.</summary>
    public bool Follows { get; init; }

    /// <summary>A split by hand gives it back.</summary>
    public bool GoesBack { get; set; }

    /// <summary>Property to the values before and after: <see cref="RowChange"/>s, sealed under the surviving child's key.</summary>
    [SealedAs(Purpose)]
    public byte[] SealedChanges { get; init; } = [];
    public int SealNo { get; set; }
}

/// <param name="Before">As JSON.</param>
internal sealed record RowChange(string Property, string Before, string After);
