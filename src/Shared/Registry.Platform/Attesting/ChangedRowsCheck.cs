using Registry.Platform.Checks;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Platform.Attesting;

/// <summary>Recomputes every MAC each night: reports rows that were changed or added bypassing the Base by table and id, and rows of access
/// that were put back or removed.</summary>
internal sealed class ChangedRowsCheck(OwnTables tables, RowMacs macs, RowMarks marks) : INightlyCheck
{
    public const string Name = "changed-rows";

    /// <summary>At most this many are listed: whoever changed more has changed everything.</summary>
    internal const int Most = 1_000;

    public string Key => Name;

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        // without its key nothing is known to be right
        if (await macs.FindSignerAsync(ct) is not { } signer)
            return [new(KeyStore.Rows, "subject_keys")];
        var changed = new List<Finding>();
        await tables.EachAsync(
            AttestedTable.Is,
            async (db, type) =>
            {
                var table = AttestedTable.Of(type);
                // marks before rows: what is saved meanwhile has only come further
                var marked = typeof(IMarked).IsAssignableFrom(type.ClrType) ? await marks.OfAsync(table.Name, ct) : [];
                var ahead = new List<RowMark>();
                await foreach (var row in OwnTables.RowsOf(db, type).WithCancellation(ct))
                {
                    var mark = marked.Remove(table.IdOf(row), out var known) ? known : null;
                    if (!signer.Holds(table, row) || (row is IMarked far && mark?.IsReachedBy(far, signer) == false))
                        Add(table.IdOf(row), table);
                    else if (row is IMarked further && further.MacNo > (mark?.No ?? -1))
                        ahead.Add(RowMark.Of(further, table, signer));
                }
                // rows of which only the mark is left are gone
                foreach (var gone in marked.Keys)
                    Add(gone, table);
                await marks.RaiseAsync(ahead, ct);
            }
        );
        return [.. changed.DistinctBy(f => f.AboutId)];

        void Add(Guid id, AttestedTable table)
        {
            if (changed.Count < Most)
                changed.Add(new(id, table.Name));
        }
    }
}
