using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;

namespace Registry.Children.Model;

internal static class OpenMerges
{
    /// <summary>An adopted child's record is hidden from now on: merges with it are no longer requested or carried out.</summary>
    public static Task CallOffMergesAsync(this ChildrenDbContext db, Guid child, DateOnly on, TimeProvider time, CancellationToken ct) =>
        db.CallOffAsync(db.Merges.Where(m => m.ChildId == child || m.OtherId == child), LapseReason.CaseEnded, on, time, ct);

    /// <summary>Someone who works with both cards merges them, which settles any request or decision about the two.</summary>
    public static Task CallOffOthersAsync(this ChildrenDbContext db, Parties parties, DateOnly on, TimeProvider time, CancellationToken ct)
    {
        var (kept, other, decided) = (parties.Kept.Id, parties.Other.Id, parties.Decided?.Id ?? Guid.Empty);
        var ofBoth = db.Merges.Where(m =>
            m.Id != decided && ((m.ChildId == kept && m.OtherId == other) || (m.ChildId == other && m.OtherId == kept))
        );
        return db.CallOffAsync(ofBoth, LapseReason.Merged, on, time, ct);
    }

    private static async Task CallOffAsync(
        this ChildrenDbContext db,
        IQueryable<Merge> which,
        LapseReason because,
        DateOnly on,
        TimeProvider time,
        CancellationToken ct
    )
    {
        foreach (var merge in await which.Where(m => m.State == MergeState.Asked || m.State == MergeState.Decided).ToListAsync(ct))
        {
            merge.CallOff();
            if (await SecondPerson.FindOpenAsync(db, Decision.MergeAcrossDistricts, merge.Id, ct) is { } asked)
                asked.CallOff(time.Utc());
            foreach (var owed in await db.Deadlines.Where(d => d.AboutId == merge.Id && d.IsOpen).ToListAsync(ct))
                owed.Lapse(because, on);
        }
    }
}
