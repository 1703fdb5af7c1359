using Microsoft.EntityFrameworkCore;
using Registry.Platform.Checks;
using Registry.Platform.Keys;
using Registry.Platform.Model;

namespace Registry.Platform.Vault;

/// <summary>A child in whose case a step is open has a key; without one nothing about it can be opened any more: an older key store was put back, or rows were lost.</summary>
internal sealed class KeysCheck(PlatformDbContext db, KeyStore keys) : INightlyCheck
{
    private const int Portion = 1_000;

    public string Key => "lost-keys";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        var lost = new List<Finding>();
        for (var after = Guid.Empty; ; )
        {
            var open = await db
                .Deadlines.AsNoTracking()
                .Where(d => d.IsOpen && d.ChildId > after)
                .GroupBy(d => d.ChildId)
                .OrderBy(g => g.Key)
                .Select(g => new { Child = g.Key, Number = g.Min(d => d.Number) })
                .Take(Portion)
                .ToListAsync(ct);
            if (open.Count == 0)
                return lost;
            var kept = await keys.ExistingAsync(open.Select(o => o.Child), ct);
            lost.AddRange(open.Where(o => !kept.Contains(o.Child)).Select(o => new Finding(o.Child, o.Number)));
            after = open[^1].Child;
        }
    }
}
