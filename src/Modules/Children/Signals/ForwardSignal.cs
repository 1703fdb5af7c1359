using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Signals;

/// <param name="Territory">Where the signal is to be processed.</param>
internal sealed record ForwardSignalRequest(Guid Id, string Territory, string Reason);

internal sealed class ForwardSignalValidator : Validator<ForwardSignalRequest>
{
    public ForwardSignalValidator()
    {
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Sends a signal on to the holders of another territory; both ends are told, and the clock keeps its start [11.3, 19.2].</summary>
internal sealed class ForwardSignalEndpoint(
    ChildrenDbContext db,
    ITerritories territories,
    ISignalReceivers receivers,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<ForwardSignalRequest, object?>
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
        // a body that edits nothing acts only where nobody else can [7]
        if (!Caller.May(Permission.EditChildren) && signal.ActorBodyId is null)
            throw new DomainException("signal.has-holder");
        if (request.Territory == signal.Territory)
            throw new DomainException("signal.forward-to-the-same", 400, "territory");
        if (!await territories.ExistsAsync(request.Territory, ct))
            throw new DomainException("territory.unknown", 400, "territory");
        if (await receivers.OfAsync(request.Territory, time.Today(), ct) is not { BodyId: null })
            throw new DomainException("signal.no-holder-there", 409, "territory");
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var contents = signal.Open(seal);
        var from = signal.Territory;
        var step = new Forwarding(from, request.Territory, time.Today(), Caller.SpecialistId, request.Reason.Trim());
        signal.Forward(request.Territory);
        signal.Write(contents with { Forwarded = [.. contents.Forwarded ?? [], step] }, seal);
        (await db.ReportedChildAsync(signal, ct)).Move(request.Territory);
        foreach (var owed in await db.Deadlines.Where(d => d.AboutId == signal.Id && d.IsOpen).ToListAsync(ct))
            owed.Forward(request.Territory);
        db.Publish(
            new SignalForwarded(signal.Id, signal.ChildId, signal.Number, from, request.Territory, Caller.SpecialistId, Ids.New()),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
