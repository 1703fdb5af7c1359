using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

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
    string ChildName
);

/// <summary>The signals in the caller's scope, the newest first.</summary>
internal sealed class ListSignalsEndpoint(ChildrenDbContext db, Vault vault) : ApiEndpoint<ListSignalsRequest, Page<SignalRow>>
{
    private sealed record Position(Guid Id);

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
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            signals = signals.Where(s => s.Id < after.Id);
        var rows = await (
            from s in signals.OrderByDescending(s => s.Id).Take(size + 1)
            join c in db.Children on s.ChildId equals c.Id
            orderby s.Id descending
            select new { Signal = s, Child = c }
        ).ToListAsync(ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Child.Id)], ct);
        await Send.OkAsync(Cursor.Cut(rows, size, r => RowOf(r.Signal, NameOf(r.Child, seals)), r => new Position(r.Signal.Id)), ct);
    }

    private static string NameOf(Child child, Dictionary<Guid, Seal> seals) =>
        seals.TryGetValue(child.Id, out var seal) ? child.NameShown(seal) : "";

    private static SignalRow RowOf(Signal s, string name) =>
        new(s.Id, s.Number, s.Source, s.Channel, s.Urgency, s.FoundOn, s.ReceivedOn, s.Territory, s.Status, name);
}

internal sealed class ListSignalsValidator : Validator<ListSignalsRequest>
{
    public ListSignalsValidator() => RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
}
