using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

internal sealed record PreviewMergeCardsRequest(Guid Id, Guid? OtherId = null);

/// <summary>The effects of merging two cards.</summary>
internal sealed class PreviewMergeCardsEndpoint(ChildrenDbContext db, Vault vault) : PreviewEndpoint<PreviewMergeCardsRequest>
{
    public override void Configure() => Previews("children/cards/{id}/merge/consequences", Permission.EditChildren, Reach.Territory);

    public override async Task HandleAsync(PreviewMergeCardsRequest request, CancellationToken ct)
    {
        var (kept, other, _) = await db.PartiesAsync(request.Id, request.OtherId ?? Guid.Empty, Caller, ct);
        var name = kept.NameBy(await vault.OfAsync(kept.Id, ct));
        var own = await db.Cases.AsNoTracking().WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == kept.Id, ct);
        var its = await db.Cases.AsNoTracking().WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == other.Id, ct);
        await ShowAsync(
            new(name, name, name),
            canBeUndone: true,
            [
                new(ConsequenceKind.CardsMerged, 1),
                new(ConsequenceKind.CasesMerged, MergedSteps.Choose(own, its).Ends is null ? 0 : 1),
                new(ConsequenceKind.SignalsFollow, await db.Signals.CountAsync(s => s.ChildId == other.Id, ct)),
                new(ConsequenceKind.StepsFollow, await db.Deadlines.CountAsync(d => d.ChildId == other.Id && d.IsOpen, ct)),
                new(ConsequenceKind.DaysToUndo, Merge.UndoDays),
            ],
            ct
        );
    }
}
