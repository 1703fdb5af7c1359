using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;

namespace Registry.Children.Cases;

/// <summary>The case ended: undone steps lapse, offers and reported changes end with it [11.5, 20.9]. The data stay.</summary>
internal sealed class FollowEnding(ChildrenDbContext db, TimeProvider time) : ModuleEventHandler<CaseEnded, ChildrenDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseEnded e, CancellationToken ct)
    {
        await Db.AdvanceAsync(e.CaseId, CaseStatus.Closed, e.By, Time.MomentOf(e.On), ct);
        var because = e.Ending is Ending.Death ? LapseReason.Death : LapseReason.CaseEnded;
        foreach (var open in await Db.Deadlines.Where(d => d.ChildId == e.ChildId && d.IsOpen).ToListAsync(ct))
            if (open.Step.EndsWithCase())
                open.Lapse(because, e.On);
        await Db.LapseTransfersAsync(e.CaseId, e.On, ct);
        await Db.LapseCaseRequestsAsync(e.CaseId, e.On, Time, ct);
        foreach (var change in await Db.ChangesOfAsync(e.CaseId, e.ChildId, ct))
            change.End(e.On);
        // a day found long ago is confirmed when the case resumes
        await Db.CallOffAsync(c => c.ChildId == e.ChildId && c.Decision != Decision.ConfirmDayFound, because, Time, ct);
        if (e.Ending is not Ending.Adoption)
            return;
        await Db.CallOffMergesAsync(e.ChildId, e.On, Time, ct);
        await Db.SealAsync(e.CaseId, e.On, Time, ct);
    }
}
