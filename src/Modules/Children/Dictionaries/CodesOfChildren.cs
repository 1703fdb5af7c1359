using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Children.Dictionaries;

/// <summary>Channels of signals, causes and legal statuses. Other codes on the cards are sealed and not counted.</summary>
internal sealed class CodesOfChildren(ChildrenDbContext db) : ICodeUses
{
    public async Task<int> UsesOfCodeAsync(string dictionary, string code, CancellationToken ct)
    {
        return dictionary switch
        {
            "channel" => await db.Signals.CountAsync(s => s.Channel == code, ct),
            "cause" => await CountAsync(c => c.Causes, code, ct),
            "legal-status" => await CountAsync(c => c.Statuses, code, ct),
            _ => 0,
        };
    }

    /// <summary>Reads every card: used when an administrator removes a code, which is rare.</summary>
    private async Task<int> CountAsync(Func<Child, string> codes, string code, CancellationToken ct)
    {
        var count = 0;
        await foreach (var child in db.Children.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            if (codes(child).Split(',').Contains(code, StringComparer.Ordinal))
                count++;
        return count;
    }
}
