using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Dictionaries;

internal sealed record PreviewEndDictionaryItemRequest(string Dictionary, string Code);

/// <summary>How many entries use a value that is about to end; they keep it.</summary>
internal sealed class PreviewEndDictionaryItemEndpoint(ChildrenDbContext db, IEnumerable<ICodeUses> uses)
    : PreviewEndpoint<PreviewEndDictionaryItemRequest>
{
    public override void Configure() =>
        Previews("children/dictionaries/{dictionary}/{code}/consequences", Permission.ManageDictionaries, Reach.Administration);

    public override async Task HandleAsync(PreviewEndDictionaryItemRequest request, CancellationToken ct)
    {
        var item = await db.DictionaryItems.FindAsync([request.Dictionary, request.Code], ct) ?? throw DomainException.NotFound();
        var count = 0;
        foreach (var module in uses)
            count += await module.UsesOfCodeAsync(item.Dictionary, item.Code, ct);
        await ShowAsync(
            item.Name,
            canBeUndone: true,
            [new(ConsequenceKind.EntriesKeepValue, count), new(ConsequenceKind.SealedEntriesKeepValue, 1)],
            ct
        );
    }
}
