using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Contracts;

namespace Registry.Children.Dictionaries;

/// <summary>The codes that stand in the open here: channels of signals, causes and legal statuses. What the cards say otherwise is sealed and not counted.</summary>
internal sealed class CodesOfChildren(ChildrenDbContext db) : ICodeUses
{
    public async Task<int> UsesOfCodeAsync(string dictionary, string code, CancellationToken ct)
    {
        var listed = $",{code},";
        return dictionary switch
        {
            "channel" => await db.Signals.CountAsync(s => s.Channel == code, ct),
            "cause" => await db.Children.CountAsync(c => ("," + c.Causes + ",").Contains(listed), ct),
            "legal-status" => await db.Children.CountAsync(c => ("," + c.Statuses + ",").Contains(listed), ct),
            _ => 0,
        };
    }
}
