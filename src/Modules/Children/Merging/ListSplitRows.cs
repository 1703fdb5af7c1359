using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Merging;

internal sealed record ListSplitRowsRequest(Guid Id);

/// <param name="What">Name of the entity, such as <c>Signal</c>.</param>
/// <param name="CaseNumber">The case the row goes with; for a case, its own.</param>
/// <param name="WithCase">It goes with its case and is not chosen separately.</param>
/// <param name="Came">It came with the merged card; otherwise it was the survivor's or was made later.</param>
internal sealed record SplitRow(Guid Id, string What, DateTime MadeAt, string? CaseNumber, bool IsCase, bool WithCase, bool Came);

internal sealed record ListSplitRowsResponse(MergeView Merge, IReadOnlyList<SplitRow> Rows);

/// <summary>Every row of the surviving card in every module, to be assigned by hand after the undo period.</summary>
internal sealed class ListSplitRowsEndpoint(ChildrenDbContext db, CardSplitter book, MergeViews views)
    : ApiEndpoint<ListSplitRowsRequest, ListSplitRowsResponse>
{
    public override void Configure()
    {
        Get("children/merges/{id}/rows");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListSplitRowsRequest request, CancellationToken ct)
    {
        var merge = await db.FindMergeAsync(request.Id, Caller.Scope, ct);
        await Send.OkAsync(new((await views.OfAsync([merge], Caller, ct))[merge.Id], await book.RowsAsync(merge, ct)), ct);
    }
}
