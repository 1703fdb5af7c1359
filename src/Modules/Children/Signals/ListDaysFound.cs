using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="ChildId">For one child, including decided ones; otherwise those waiting.</param>
internal sealed record ListDaysFoundRequest(Guid? ChildId = null, string? Cursor = null, int? Size = null);

internal sealed record DayFoundRow(
    Guid Id,
    Guid SignalId,
    string SignalNumber,
    DateOnly FoundOn,
    Guid ChildId,
    string ChildName,
    string Number,
    string Territory,
    ConfirmationState State,
    string Reason,
    string? Remarks,
    string? RequestedBy,
    DateOnly RequestedOn,
    bool CanDecide,
    Guid Version,
    CaseMark Mark
);

internal sealed class ListDaysFoundValidator : Validator<ListDaysFoundRequest>
{
    public ListDaysFoundValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Days found more than a year back that wait for the territorial unit, the oldest request first [19.2].</summary>
internal sealed class ListDaysFoundEndpoint(ChildrenDbContext db, ConfirmationPages pages)
    : ApiEndpoint<ListDaysFoundRequest, Page<DayFoundRow>>
{
    public override void Configure()
    {
        Get("children/days-found");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListDaysFoundRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var page = await pages.ReadAsync(db.DaysFound(), Caller, request.ChildId, request.Cursor, size, ct);
        var about = page.Rows.Select(c => c.AboutId).ToList();
        var signals = await db.Signals.AsNoTracking().Where(s => about.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        // just purged
        page.Rows.RemoveAll(c => !signals.ContainsKey(c.AboutId));
        await Send.OkAsync(Cursor.Cut(page.Rows, size, c => RowOf(c, signals[c.AboutId], page), page.PositionOf), ct);
    }

    private DayFoundRow RowOf(Confirmation c, Signal s, ConfirmationPage page) =>
        new(
            c.Id,
            s.Id,
            s.Number,
            s.FoundOn,
            c.ChildId,
            page.NameOf(c),
            c.Number,
            c.Territory,
            c.State,
            c.ReasonBy(page.SealOf(c), DayFoundConfirmation.Purpose),
            // the answer is stored with the signal, which may belong to another child by now
            c.State is ConfirmationState.Refused
            && s.ChildId == c.ChildId
                ? s.Open(page.SealOf(c)).DayFound?.Remarks
                : null,
            page.Person(c.RequestedBy),
            Bishkek.DayOf(c.RequestedAt),
            c.State is ConfirmationState.Requested && Caller.May(Permission.ConsentToClosing),
            c.Version,
            page.MarkOf(c)
        );
}
