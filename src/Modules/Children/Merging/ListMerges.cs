using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="ChildId">For one child, whichever card it was; otherwise those waiting for the authorised body or for the keeping holder.</param>
internal sealed record ListMergesRequest(Guid? ChildId = null, string? Cursor = null, int? Size = null);

/// <param name="Name">Null while undecided if the card lies outside the reader's scope.</param>
/// <param name="Mark">Null if the name is.</param>
internal sealed record MergedCardView(Guid Id, string? Name, string? Number, string Territory, CaseMark? Mark);

/// <param name="Other">The card that is, or would be, merged into the surviving one.</param>
internal sealed record MergeView(
    Guid Id,
    MergedCardView Kept,
    MergedCardView Other,
    MergeState State,
    string? Reason,
    string? SplitReason,
    DateOnly? AskedOn,
    string? AskedBy,
    DateOnly? DecidedOn,
    string? DecidedBy,
    DateOnly? DoneOn,
    string? DoneBy,
    DateOnly? UndoUntil,
    DateOnly? EndedOn,
    string? EndedBy,
    bool CanDecide,
    bool CanMerge,
    bool CanUndo,
    bool CanSplit,
    bool CanWithdraw,
    Guid Version
);

internal sealed class ListMergesValidator : Validator<ListMergesRequest>
{
    public ListMergesValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Merges of a child's cards, done or possible.</summary>
internal sealed class ListMergesEndpoint(ChildrenDbContext db, MergeViews views) : ApiEndpoint<ListMergesRequest, Page<MergeView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/merges");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListMergesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var own = db.Children.Within(Caller.Scope);
        var merges = db.Merges.AsNoTracking().Where(m => own.Any(c => c.Id == m.ChildId) || (own.Any(c => c.Id == m.OtherId)));
        merges = request.ChildId is { } child
            ? merges.Where(m => m.ChildId == child || m.OtherId == child)
            : merges.Where(m => m.State == MergeState.Asked || m.State == MergeState.Decided);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            merges = merges.Where(m => m.Id > after.Id);
        var rows = await merges.OrderBy(m => m.Id).Take(size + 1).ToListAsync(ct);
        var shown = await views.OfAsync(rows, Caller, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, m => shown[m.Id], m => new Position(m.Id)), ct);
    }
}
