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

namespace Registry.Children.Signals;

/// <param name="ChildId">Of one child, also decided ones; otherwise those that wait.</param>
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

/// <summary>Days found more than a year back that wait for the territorial unit, the oldest question first [19.2].</summary>
internal sealed class ListDaysFoundEndpoint(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault)
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
        var asked = db.DaysFound().AsNoTracking().Within(Caller.Scope);
        asked = request.ChildId is { } child
            ? asked.Where(c => c.ChildId == child)
            : asked.Where(c => c.State == ConfirmationState.Requested);
        var page = await asked.DangerFirst(db, Cursor.Read<WaitingPosition>(request.Cursor)).Take(size + 1).ToListAsync(ct);
        var about = page.Select(c => c.AboutId).ToList();
        var signals = await db.Signals.AsNoTracking().Where(s => about.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var rows = page.Where(c => signals.ContainsKey(c.AboutId)).Select(c => (Asked: c, Signal: signals[c.AboutId])).ToList();
        var children = rows.Select(r => r.Asked.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Asked.RequestedBy).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => RowOf(r.Asked, r.Signal, names, seals[r.Asked.ChildId], people, marks.Of(r.Asked.ChildId)),
                r => new WaitingPosition(r.Asked.Id, marks.Of(r.Asked.ChildId).Severity is Severity.Danger)
            ),
            ct
        );
    }

    private DayFoundRow RowOf(
        Confirmation c,
        Signal s,
        IReadOnlyDictionary<Guid, string> names,
        Seal seal,
        IReadOnlyDictionary<Guid, string> people,
        CaseMark mark
    ) =>
        new(
            c.Id,
            s.Id,
            s.Number,
            s.FoundOn,
            c.ChildId,
            names.GetValueOrDefault(c.ChildId, ""),
            c.Number,
            c.Territory,
            c.State,
            c.ReasonBy(seal, DayFoundBook.Purpose),
            // the answer stands with the signal, which may belong to another child by now
            c.State is ConfirmationState.Refused
            && s.ChildId == c.ChildId
                ? s.Open(seal).DayFound?.Remarks
                : null,
            people.GetValueOrDefault(c.RequestedBy),
            Bishkek.DayOf(c.RequestedAt),
            c.State is ConfirmationState.Requested && Caller.May(Permission.ConsentToClosing),
            c.Version,
            mark
        );
}
