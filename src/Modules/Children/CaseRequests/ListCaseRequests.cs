using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.CaseRequests;

/// <param name="Side">Requests for cases in the caller's territory, or the caller's own requests for cases elsewhere.</param>
/// <param name="Open">Only those waiting for an answer or a settlement.</param>
/// <param name="ChildId">For one child: the requested one, or that of the requester's own card.</param>
/// <param name="SignalId">Requests made at one signal.</param>
internal sealed record ListCaseRequestsRequest(
    CaseRequestSide Side = CaseRequestSide.Holder,
    bool? Open = null,
    Guid? ChildId = null,
    Guid? SignalId = null,
    string? Cursor = null,
    int? Size = null
);

internal sealed class ListCaseRequestsValidator : Validator<ListCaseRequestsRequest>
{
    public ListCaseRequestsValidator() => RuleFor(r => r.Side).IsInEnum();
}

/// <summary>Requests for cases and number conflicts, newest first; among those waiting, the reader's own children in danger come first.</summary>
internal sealed class ListCaseRequestsEndpoint(ChildrenDbContext db, CaseRequestViews views)
    : ApiEndpoint<ListCaseRequestsRequest, Page<CaseRequestView>>
{
    private sealed record Position(Guid Id, bool Danger = false);

    public override void Configure()
    {
        Get("children/case-requests");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListCaseRequestsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var asker = request.Side is CaseRequestSide.Asker;
        // a sealed record is hidden even from its requester
        var seen = asker
            ? db.CaseRequests.AsNoTracking().Within(DataScope.Republic).Where(r => r.RequestedBy == Caller.SpecialistId)
            : db.CaseRequests.AsNoTracking().Within(Caller.Scope);
        if (request.Open == true)
            seen = seen.Where(OpenRequests.Are);
        if (request.ChildId is { } child)
            seen = asker ? seen.Where(r => r.AtChildId == child) : seen.Where(r => r.ChildId == child);
        if (request.SignalId is { } signal)
            seen = seen.Where(r => r.AtSignalId == signal);
        // the requester must not learn the child's situation elsewhere, not even from the order
        var sorted = seen.Select(r => new
        {
            Request = r,
            Danger = request.Open == true
                && db.Children.Any(c => c.Id == (asker ? r.AtChildId : r.ChildId) && c.Severity == Contracts.Severity.Danger),
        });
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            sorted = sorted.Where(x => (after.Danger && !x.Danger) || (x.Danger == after.Danger && x.Request.Id < after.Id));
        var found = await sorted.OrderByDescending(x => x.Danger).ThenByDescending(x => x.Request.Id).Take(size + 1).ToListAsync(ct);
        var rows = found.ConvertAll(x => x.Request);
        var inDanger = found.Where(x => x.Danger).Select(x => x.Request.Id).ToHashSet();
        var shown = await views.OfAsync(rows, request.Side, Caller, ct);
        rows.RemoveAll(r => !shown.ContainsKey(r.Id));
        await Send.OkAsync(Cursor.Cut(rows, size, r => shown[r.Id], r => new Position(r.Id, inDanger.Contains(r.Id))), ct);
    }
}
