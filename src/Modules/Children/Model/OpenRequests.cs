using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>What happens to the requests for a case when its state changes.</summary>
internal static class OpenRequests
{
    /// <summary>Unanswered, or the conflict is not settled.</summary>
    public static readonly Expression<Func<CaseRequest, bool>> Are = r =>
        r.Status == CaseRequestStatus.Asked || r.Status == CaseRequestStatus.Conflict;

    /// <summary>The case ended or was voided: its steps lapse, and the requester is notified and may request it again.</summary>
    public static async Task LapseCaseRequestsAsync(
        this ChildrenDbContext db,
        Guid caseId,
        DateOnly on,
        TimeProvider time,
        CancellationToken ct
    )
    {
        foreach (var open in await db.CaseRequests.Where(r => r.CaseId == caseId).Where(Are).ToListAsync(ct))
        {
            open.Lapse(on);
            db.TellAsker(open, time);
        }
    }

    /// <summary>Offering the case to its requester is the answer.</summary>
    public static async Task AnswerByOfferAsync(
        this ChildrenDbContext db,
        StatutoryClock clock,
        Guid caseId,
        Guid to,
        Guid by,
        DateOnly on,
        CancellationToken ct
    )
    {
        foreach (var asked in await db.CaseRequests.Where(r => r.CaseId == caseId && r.RequestedBy == to).Where(Are).ToListAsync(ct))
        {
            asked.Offer(by, on);
            await clock.MeetAsync(db, Step.AnswerCaseRequest, asked.Id, ct);
            await clock.MeetAsync(db, Step.SettleNumberConflict, asked.Id, ct);
        }
    }

    /// <summary>Notifies the requester of the outcome.</summary>
    public static void TellAsker(this ChildrenDbContext db, CaseRequest request, TimeProvider time) =>
        db.Publish(new CaseRequestAnswered(request.Id, request.RequestedBy, request.AtNumber, request.Status), time);
}
