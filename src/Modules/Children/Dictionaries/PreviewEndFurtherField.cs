using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Dictionaries;

internal sealed record PreviewEndFurtherFieldRequest(string Code);

/// <summary>The effect on cards of ending a field of the open list [17.9].</summary>
internal sealed class PreviewEndFurtherFieldEndpoint(ChildrenDbContext db) : PreviewEndpoint<PreviewEndFurtherFieldRequest>
{
    public override void Configure() =>
        Previews("children/further-fields/{code}/consequences", Permission.ManageDictionaries, Reach.Administration);

    public override async Task HandleAsync(PreviewEndFurtherFieldRequest request, CancellationToken ct)
    {
        var field = await db.FurtherFields.FindAsync([request.Code], ct) ?? throw DomainException.NotFound();
        await ShowAsync(field.Name, canBeUndone: true, [new(ConsequenceKind.SealedEntriesKeepValue, 1)], ct);
    }
}
