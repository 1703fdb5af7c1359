using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="Territory">Where the signal is to be processed.</param>
internal sealed record ForwardSignalRequest(Guid Id, string Territory, string Reason);

/// <param name="Actor">The body that must find a holder, if the territory has none.</param>
internal sealed record ForwardSignalResponse(ActingBody? Actor);

internal sealed class ForwardSignalValidator : Validator<ForwardSignalRequest>
{
    public ForwardSignalValidator()
    {
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Forwards a signal to another territory; both ends are notified, and the clock keeps its start [11.3, 19.2].</summary>
internal sealed class ForwardSignalEndpoint(
    ChildrenDbContext db,
    ITerritories territories,
    ISignalReceivers receivers,
    SearchIndex index,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<ForwardSignalRequest, ForwardSignalResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/forward");
        Guarded(Permission.ForwardSignals, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ForwardSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        var receiver = await RequireReceiverAsync(signal, request.Territory, ct);
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var (from, contents) = (signal.Territory, signal.Open(seal));
        var step = new Forwarding(from, request.Territory, time.Today(), Caller.SpecialistId, request.Reason.Trim());
        signal.Forward(request.Territory, receiver);
        signal.Write(contents with { Forwarded = [.. contents.Forwarded ?? [], step] }, seal);
        (await db.ReportedChildAsync(signal, ct)).Move(request.Territory);
        foreach (var owed in await db.Deadlines.Where(d => d.AboutId == signal.Id && d.IsOpen).ToListAsync(ct))
            owed.Forward(request.Territory);
        await CaseRows.MoveAsync(db, signal.ChildId, request.Territory, withPlatform: true, ct);
        await index.MoveAsync(db, signal.ChildId, ct);
        var (child, number, round) = (signal.ChildId, signal.Number, Ids.New());
        db.Publish(new SignalForwarded(signal.Id, child, number, from, request.Territory, Caller.SpecialistId, round), time);
        if (receiver.BodyId is { } body)
            db.Publish(new SignalWithoutHolder(signal.Id, child, number, request.Territory, body, round), time);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(ActingBody.Of(receiver)), ct);
    }

    private async Task<SignalReceiver> RequireReceiverAsync(Signal signal, string territory, CancellationToken ct)
    {
        if (!signal.MayBeForwardedBy(Caller))
            throw new DomainException("signal.has-holder");
        if (territory == signal.Territory)
            throw new DomainException("signal.forward-to-the-same", 400, "territory");
        if (!await territories.ExistsAsync(territory, ct))
            throw new DomainException("territory.unknown", 400, "territory");
        var receiver = await receivers.RequireAsync(territory, time.Today(), ct);
        // a body that must act forwards to a holder, not to another body
        return Caller.May(Permission.EditChildren) || receiver.BodyId is null
            ? receiver
            : throw new DomainException("signal.no-holder-there", 409, "territory");
    }
}
