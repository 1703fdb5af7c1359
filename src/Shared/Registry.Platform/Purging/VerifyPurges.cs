using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;
using Registry.Platform.Model;

namespace Registry.Platform.Purging;

/// <param name="Number">Of the certificate that does not hold.</param>
/// <param name="What">«changed», «key» or the name of a store that still holds rows.</param>
public sealed record BrokenPurge(string Number, string What);

/// <summary>Checks certificates against the Base: each says what it said, its key is gone, and no module holds a row.</summary>
public sealed class VerifyPurges(PlatformDbContext db, KeyStore keys, IEnumerable<ISubjectStore> stores)
{
    /// <returns>How many certificates there are, and those that do not hold.</returns>
    public async Task<(int Count, IReadOnlyList<BrokenPurge> Broken)> RunAsync(CancellationToken ct)
    {
        var broken = new List<BrokenPurge>();
        var purges = await db.Purges.AsNoTracking().OrderBy(p => p.StartedAt).ToListAsync(ct);
        foreach (var purge in purges)
            broken.AddRange((await WhatAsync(purge, ct)).Select(what => new BrokenPurge(purge.Number, what)));
        return (purges.Count, broken);
    }

    public async Task<IReadOnlyList<string>> WhatAsync(Purge purge, CancellationToken ct)
    {
        var what = new List<string>();
        if (!purge.IsWhole(await db.PurgeCounts.AsNoTracking().Where(c => c.PurgeId == purge.Id).ToListAsync(ct)))
            what.Add("changed");
        if (await keys.ExistsAsync(purge.SubjectId, ct))
            what.Add("key");
        foreach (var store in stores)
            if (await store.CountAsync(purge.SubjectId, ct) > 0)
                what.Add(store.Name);
        return what;
    }
}
