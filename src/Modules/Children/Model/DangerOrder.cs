using Registry.Contracts;
using Registry.Platform.Model;
using Severity = Registry.Contracts.Severity;

namespace Registry.Children.Model;

/// <summary>The end position of a page of pending decisions.</summary>
internal sealed record WaitingPosition(Guid Id, bool Danger = false);

internal static class DangerOrder
{
    /// <summary>Orders pending decisions: children in danger first, then the oldest request.</summary>
    public static IQueryable<Confirmation> DangerFirst(this IQueryable<Confirmation> waiting, ChildrenDbContext db, WaitingPosition? after)
    {
        var inDanger = db.Children.Where(c => c.Severity == Severity.Danger);
        waiting = after switch
        {
            null => waiting,
            { Danger: true } => waiting.Where(w => !inDanger.Any(c => c.Id == w.ChildId) || w.Id > after.Id),
            _ => waiting.Where(w => !inDanger.Any(c => c.Id == w.ChildId) && w.Id > after.Id),
        };
        return waiting.OrderByDescending(w => inDanger.Any(c => c.Id == w.ChildId)).ThenBy(w => w.Id);
    }
}
