using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Confirming;
using Registry.Kernel.Time;

namespace Registry.Children.Merging;

internal static class OpenMerges
{
    /// <summary>The record of an adopted child is unknown from now on: whether another card is the same child's is asked and carried out no more.</summary>
    public static async Task CallOffMergesAsync(this ChildrenDbContext db, Guid child, DateOnly on, TimeProvider time, CancellationToken ct)
    {
        var open = db.Merges.Where(m => m.State == MergeState.Asked || m.State == MergeState.Decided);
        foreach (var merge in await open.Where(m => m.ChildId == child || m.OtherId == child).ToListAsync(ct))
        {
            merge.CallOff();
            if (await SecondPerson.FindOpenAsync(db, Decision.MergeAcrossDistricts, merge.Id, ct) is { } asked)
                asked.CallOff(time.Utc());
            foreach (var owed in await db.Deadlines.Where(d => d.AboutId == merge.Id && d.IsOpen).ToListAsync(ct))
                owed.Lapse(LapseReason.CaseEnded, on);
        }
    }
}
