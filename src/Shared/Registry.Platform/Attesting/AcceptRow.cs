using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Platform.Attesting;

/// <summary>The operator has reviewed a row that was changed bypassing the Base: it counts again as it is, or as gone. The journal says which one.</summary>
public static class AcceptRow
{
    private const string Action = "AcceptRow";

    /// <param name="name">The table, as the finding names it.</param>
    /// <returns>False when no covered table has, or had, such a row.</returns>
    public static async Task<bool> RunAsync(IServiceProvider services, string name, Guid id, CancellationToken ct)
    {
        var (signer, marks) = (await services.GetRequiredService<RowMacs>().SignerAsync(ct), services.GetRequiredService<RowMarks>());
        var accepted = false;
        await services
            .GetRequiredService<OwnTables>()
            .EachAsync(
                type => AttestedTable.Is(type) && type.GetTableName() == name,
                async (db, type) =>
                {
                    var table = AttestedTable.Of(type);
                    var row = await OwnTables.RowsOf(db, type).FirstOrDefaultAsync(row => table.IdOf(row) == id, ct);
                    if (row is null && !await marks.ForgetAsync(name, id, ct))
                        return;
                    var mark = await marks.FindAsync(id, ct);
                    await db.BeginWriteAsync(ct);
                    if (row is IAttested found)
                        await SignAsync(db, table, found, mark, signer, ct);
                    await JournalInsert.RunAsync(db, [Entry(services, id)], ct);
                    await db.UnitOfWork.CommitAsync(ct);
                    accepted = true;
                }
            );
        return accepted;
    }

    private static async Task SignAsync(
        ModuleDbContext db,
        AttestedTable table,
        IAttested row,
        RowMark? mark,
        RowSigner signer,
        CancellationToken ct
    )
    {
        db.Attach((object)row);
        // further than any state accepted before
        if (row is IMarked marked)
            marked.MacNo = Math.Max(marked.MacNo, mark?.No ?? 0) + 1;
        row.Mac = signer.Of(table.Text(row));
        await db.SaveDirectlyAsync(ct);
        if (row is IMarked further)
            db.UnitOfWork.Mark(RowMark.Of(further, table, signer));
    }

    /// <summary>Directly: the journal's writer runs only in a host that serves.</summary>
    private static JournalEntry Entry(IServiceProvider services, Guid id) =>
        new()
        {
            At = services.GetRequiredService<TimeProvider>().Utc(),
            Action = Action,
            Kind = JournalKind.Change.Code(),
            Outcome = 200,
            AboutId = id,
        };
}
