using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

internal sealed record PreviewSplitCardsRequest(Guid Id);

/// <summary>The effects of assigning a merged card's rows by hand; it is final.</summary>
internal sealed class PreviewSplitCardsEndpoint(ChildrenDbContext db, CardSplitter book, Vault vault)
    : PreviewEndpoint<PreviewSplitCardsRequest>
{
    public override void Configure() => Previews("children/merges/{id}/consequences", Permission.EditChildren, Reach.Territory);

    public override async Task HandleAsync(PreviewSplitCardsRequest request, CancellationToken ct)
    {
        var merge = await db.FindMergeAsync(request.Id, Caller.Scope, ct);
        var kept = await db.RegisteredAsync(merge.ChildId, Caller.Scope, ct);
        var name = kept.NameBy(await vault.OfAsync(kept.Id, ct));
        var came = (await book.RowsAsync(merge, ct)).Count(r => r.Came);
        await ShowAsync(new(name, name, name), canBeUndone: false, [new(ConsequenceKind.RowsGoBack, came)], ct);
    }
}
