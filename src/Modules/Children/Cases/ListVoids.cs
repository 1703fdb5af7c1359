using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Confirming;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;
using Severity = Registry.Contracts.Severity;

namespace Registry.Children.Cases;

/// <param name="ChildId">Of one child, also decided ones; otherwise those that wait.</param>
internal sealed record ListVoidsRequest(Guid? ChildId = null, string? Cursor = null, int? Size = null);

/// <param name="CanWithdraw">The caller asked for it.</param>
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

/// <summary>Cards and cases that somebody asks to void because they were opened by mistake, the oldest request first.</summary>
internal sealed class ListVoidsEndpoint(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ListVoidsRequest, Page<VoidView>>
{
    public override void Configure()
    {
        Get("children/voids");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListVoidsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var asked = db.Voids().AsNoTracking().Within(Caller.Scope);
        asked = request.ChildId is { } child
            ? asked.Where(c => c.ChildId == child)
            : asked.Where(c => c.State == ConfirmationState.Requested);
        var rows = await asked.DangerFirst(db, Cursor.Read<WaitingPosition>(request.Cursor)).Take(size + 1).ToListAsync(ct);
        var children = rows.Select(r => r.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var people = await specialists.NamesAsync(
            [.. rows.Select(r => (Guid?)r.RequestedBy).Concat(rows.Select(r => r.DecidedBy)).OfType<Guid>().Distinct()],
            ct
        );
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => ViewOf(r, names, seals[r.ChildId], people, marks.Of(r.ChildId)),
                r => new WaitingPosition(r.Id, marks.Of(r.ChildId).Severity is Severity.Danger)
            ),
            ct
        );
    }

    private VoidView ViewOf(
        Confirmation c,
        IReadOnlyDictionary<Guid, string> names,
        Seal seal,
        IReadOnlyDictionary<Guid, string> people,
        CaseMark mark
    ) =>
        new(
            c.Id,
            c.ChildId,
            names.GetValueOrDefault(c.ChildId, ""),
            c.Number,
            c.Territory,
            c.State,
            c.ReasonBy(seal, Voiding.Purpose),
            people.GetValueOrDefault(c.RequestedBy),
            Bishkek.DayOf(c.RequestedAt),
            c.DecidedBy is { } by ? people.GetValueOrDefault(by) : null,
            c.DecidedAt is { } at ? Bishkek.DayOf(at) : null,
            c.State is ConfirmationState.Requested && Caller.May(Permission.ConsentToClosing),
            c.State is ConfirmationState.Requested && c.RequestedBy == Caller.SpecialistId,
            c.Version,
            mark
        );
}
