using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;

namespace Registry.Children.Transfers;

internal static class OpenTransfers
{
    /// <summary>The case ended or was voided: what was offered cannot be accepted any more. Its step lapses with the case's other steps.</summary>
    public static async Task LapseTransfersAsync(this ChildrenDbContext db, Guid caseId, DateOnly on, CancellationToken ct)
    {
        foreach (var open in await db.Transfers.Where(t => t.CaseId == caseId && t.Status == TransferStatus.Offered).ToListAsync(ct))
            open.Lapse(on);
    }
}
