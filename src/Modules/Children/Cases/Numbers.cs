using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;

namespace Registry.Children.Cases;

internal enum NumberKind
{
    Case,
    Signal,
}

/// <summary>The last number given in a district and year.</summary>
internal sealed class NumberSeries
{
    public required string Key { get; init; }
    public int Last { get; set; }
}

/// <summary>Gives human numbers without gaps or doubles: 41702205-2026-000123 for a case, S-41702205-2026-000123 for a signal.</summary>
internal sealed class Numbers
{
    public async Task<string> NextAsync(ChildrenDbContext db, NumberKind kind, string territory, DateOnly today, CancellationToken ct)
    {
        var key = $"{(kind is NumberKind.Signal ? "S-" : "")}{Soate.District(territory)}-{today.Year}";
        // inside the call's transaction: the row stays ours until the commit
        await db.BeginWriteAsync(ct);
        if (
            await db.NumberSeries.Where(s => s.Key == key).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), ct) == 0
        )
        {
            db.NumberSeries.Add(new NumberSeries { Key = key, Last = 1 });
            return $"{key}-{1:D6}";
        }
        var last = await db.NumberSeries.AsNoTracking().Where(s => s.Key == key).Select(s => s.Last).SingleAsync(ct);
        return $"{key}-{last:D6}";
    }
}
