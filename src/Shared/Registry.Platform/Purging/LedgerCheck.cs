using System.Buffers.Binary;
using Registry.Platform.Checks;

namespace Registry.Platform.Purging;

/// <summary>Damaged lines of the ledger: what they said may come back with an older backup, so somebody must look.</summary>
internal sealed class LedgerCheck(Ledger ledger) : INightlyCheck
{
    public string Key => "ledger";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct) =>
        [.. (await ledger.DamagedAsync(ct)).Select(d => new Finding(IdOf(d.Place, d.Line), $"{d.Line}"))];

    private static Guid IdOf(int place, int line)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(8), place);
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(12), line);
        return new(id);
    }
}
