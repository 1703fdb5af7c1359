using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record ListSignalsRequest(SignalStatus? Status = null, string? Territory = null, string? Cursor = null, int? Size = null);

internal sealed record SignalRow(
    Guid Id,
    string Number,
    SignalSource Source,
    string Channel,
    Urgency Urgency,
    DateOnly FoundOn,
    DateOnly ReceivedOn,
    string Territory,
    SignalStatus Status,
    string ChildName,
    CaseMark Mark
);

/// <summary>The signals in the caller's scope, newest first; the most urgent of those to be processed come before all others.</summary>
internal sealed class ListSignalsEndpoint(ChildrenDbContext db, ICases cases, Vault vault)
    : ApiEndpoint<ListSignalsRequest, Page<SignalRow>>
{
    private sealed record Position(Guid Id, Urgency? Urgency = null);

    public override void Configure()
    {
        Get("children/signals");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListSignalsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var signals = db.Signals.AsNoTracking().Within(Caller.Scope);
        if (request.Status is { } status)
            signals = signals.Where(s => s.Status == status);
        if (request.Territory is { } territory)
            signals = signals.Within(DataScope.In(territory));
        var after = Cursor.Read<Position>(request.Cursor);
        var toProcess = request.Status is SignalStatus.New;
        var page = toProcess ? UrgentFirst(signals, after) : NewestFirst(signals, after);
        var found = await (
            from s in page.Take(size + 1)
            join c in db.Children on s.ChildId equals c.Id
            select new { Signal = s, Child = c }
        ).ToListAsync(ct);
        // a join does not preserve order
        var rows = found.OrderByDescending(r => toProcess ? r.Signal.Urgency : default).ThenByDescending(r => r.Signal.Id).ToList();
        var marks = await cases.MarksAsync([.. rows.Select(r => r.Child.Id).Distinct()], ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Child.Id)], ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => RowOf(r.Signal, NameOf(r.Child, seals), marks),
                r => new Position(r.Signal.Id, toProcess ? r.Signal.Urgency : null)
            ),
            ct
        );
    }

    private static IQueryable<Signal> NewestFirst(IQueryable<Signal> signals, Position? after) =>
        (after is null ? signals : signals.Where(s => s.Id < after.Id)).OrderByDescending(s => s.Id);

    private static IQueryable<Signal> UrgentFirst(IQueryable<Signal> signals, Position? after)
    {
        if (after is { Urgency: { } urgency })
            signals = signals.Where(s => s.Urgency < urgency || (s.Urgency == urgency && s.Id < after.Id));
        return signals.OrderByDescending(s => s.Urgency).ThenByDescending(s => s.Id);
    }

    private static string NameOf(Child child, Dictionary<Guid, Seal> seals) =>
        seals.TryGetValue(child.Id, out var seal) ? child.NameShown(seal) : "";

    private static SignalRow RowOf(Signal s, string name, IReadOnlyDictionary<Guid, CaseMark> marks) =>
        new(s.Id, s.Number, s.Source, s.Channel, s.Urgency, s.FoundOn, s.ReceivedOn, s.Territory, s.Status, name, marks.Of(s.ChildId));
}

internal sealed class ListSignalsValidator : Validator<ListSignalsRequest>
{
    public ListSignalsValidator() => RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
}
