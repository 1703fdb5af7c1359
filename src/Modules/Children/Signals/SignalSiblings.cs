using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Signals;

/// <summary>Another child of the same report.</summary>
internal sealed record SignalSibling(Guid Id, string Number, SignalStatus Status, string ChildName);

internal static class SignalSiblings
{
    /// <summary>The signals of the same report that the reader may see.</summary>
    public static async Task<IReadOnlyList<SignalSibling>> SiblingsAsync(
        this ChildrenDbContext db,
        Vault vault,
        Signal signal,
        DataScope scope,
        CancellationToken ct
    )
    {
        if (signal.ReportId is not { } report)
            return [];
        var rows = await (
            from other in db.Signals.AsNoTracking().Within(scope)
            where other.ReportId == report && other.Id != signal.Id
            join c in db.Children on other.ChildId equals c.Id
            orderby other.Id
            select new { Signal = other, Child = c }
        ).ToListAsync(ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Child.Id).Distinct()], ct);
        return
        [
            .. rows.Select(r => new SignalSibling(
                r.Signal.Id,
                r.Signal.Number,
                r.Signal.Status,
                seals.TryGetValue(r.Child.Id, out var seal) ? r.Child.NameShown(seal) : ""
            )),
        ];
    }
}
