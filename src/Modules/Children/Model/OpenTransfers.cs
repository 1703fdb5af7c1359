using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

internal static class OpenTransfers
{
    /// <summary>The case ended or was voided: the offer can no longer be accepted. Its step lapses with the case's other steps.</summary>
    public static async Task LapseTransfersAsync(this ChildrenDbContext db, Guid caseId, DateOnly on, CancellationToken ct)
    {
        foreach (var open in await db.Transfers.Where(t => t.CaseId == caseId && t.Status == TransferStatus.Offered).ToListAsync(ct))
            open.Lapse(on);
    }

    /// <summary>Those who may work on a case in a territory.</summary>
    public static async Task<HashSet<Guid>> HoldersThereAsync(
        this ISpecialists specialists,
        string territory,
        DateOnly today,
        CancellationToken ct
    ) => [.. (await specialists.HoldersOfAsync(territory, today, ct)).Select(h => h.Id)];

    /// <summary>
    /// The receiver owes what the giver owed, and what a colleague who does not work there owed. A measure stays with its specialist, of
    /// whatever body.
    /// </summary>
    public static bool GoesAlong(this Deadline open, Guid giver, IReadOnlySet<Guid> holders) =>
        open.ResponsibleId is { } by
        && (by == giver || (open.Step is not (Step.CarryOutMeasure or Step.AnswerSubject) && !holders.Contains(by)));
}
