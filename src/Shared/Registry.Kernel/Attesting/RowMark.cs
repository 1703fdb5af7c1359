using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Data;
using Registry.Kernel.Purging;
using Registry.Kernel.Vault;

namespace Registry.Kernel.Attesting;

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

/// <summary>Keeps the marks in the key store: after the commit, so that a crash in between leaves a mark behind its row and never ahead of it.</summary>
internal sealed class RowMarks(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database)
{
    public async Task<RowMark?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Keys(scope).RowMarks.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
    }

    public async Task<Dictionary<Guid, RowMark>> OfAsync(string table, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Keys(scope).RowMarks.AsNoTracking().Where(m => m.Table == table).ToDictionaryAsync(m => m.Id, ct);
    }

    /// <summary>Brings marks forward; one that another host has brought further stays.</summary>
    public async Task RaiseAsync(IReadOnlyCollection<RowMark> marks, CancellationToken ct)
    {
        if (marks.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = Keys(scope);
        using var pass = await gate.EnterAsync(database.Keys, ct);
        foreach (var mark in marks.GroupBy(m => m.Id).Select(g => g.Last()))
        {
            var known = await db
                .RowMarks.Where(m => m.Id == mark.Id && m.No <= mark.No)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.No, mark.No).SetProperty(m => m.Mac, mark.Mac), ct);
            if (known == 0 && !await db.RowMarks.AnyAsync(m => m.Id == mark.Id, ct))
                db.RowMarks.Add(mark);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem))
        {
            // another host set one of them first; the night brings the others forward
        }
    }

    public async Task<bool> ForgetAsync(string table, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        return await Keys(scope).RowMarks.Where(m => m.Id == id && m.Table == table).ExecuteDeleteAsync(ct) > 0;
    }

    /// <summary>After a restore rows may stand where they stood earlier.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var pass = await gate.EnterAsync(database.Keys, ct);
        await Keys(scope).RowMarks.ExecuteDeleteAsync(ct);
    }

    private static KeysDbContext Keys(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<KeysDbContext>();
}
