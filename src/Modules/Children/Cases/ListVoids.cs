using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Children.Cases;

/// <param name="ChildId">For one child, including decided ones; otherwise those waiting.</param>
internal sealed record ListVoidsRequest(Guid? ChildId = null, string? Cursor = null, int? Size = null);

/// <param name="CanWithdraw">The caller requested it.</param>
internal sealed record VoidView(
    Guid Id,
    Guid ChildId,
    string ChildName,
    string Number,
    string Territory,
    ConfirmationState State,
    string Reason,
    string? RequestedBy,
    DateOnly RequestedOn,
    string? DecidedBy,
    DateOnly? DecidedOn,
    bool CanDecide,
    bool CanWithdraw,
    Guid Version,
    CaseMark Mark
);

internal sealed class ListVoidsValidator : Validator<ListVoidsRequest>
{
    public ListVoidsValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Requests to void cards and cases opened by mistake, the oldest first.</summary>
internal sealed class ListVoidsEndpoint(ChildrenDbContext db, ConfirmationPages pages) : ApiEndpoint<ListVoidsRequest, Page<VoidView>>
{
    public override void Configure()
    {
        Get("children/voids");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListVoidsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var page = await pages.ReadAsync(db.Voids(), Caller, request.ChildId, request.Cursor, size, ct);
        await Send.OkAsync(Cursor.Cut(page.Rows, size, c => ViewOf(c, page), page.PositionOf), ct);
    }

    private VoidView ViewOf(Confirmation c, ConfirmationPage page) =>
        new(
            c.Id,
            c.ChildId,
            page.NameOf(c),
            c.Number,
            c.Territory,
            c.State,
            c.ReasonBy(page.SealOf(c), Voiding.Purpose),
            page.Person(c.RequestedBy),
            Bishkek.DayOf(c.RequestedAt),
            page.Person(c.DecidedBy),
            c.DecidedAt is { } at ? Bishkek.DayOf(at) : null,
            c.State is ConfirmationState.Requested && Caller.May(Permission.ConsentToClosing),
            c.State is ConfirmationState.Requested && c.RequestedBy == Caller.SpecialistId,
            c.Version,
            page.MarkOf(c)
        );
}
