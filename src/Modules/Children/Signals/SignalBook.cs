using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Children.Dictionaries;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Signals;

/// <summary>Writes a signal down with the child it names and its clocks: a specialist's, or another state system's.</summary>
internal sealed class SignalBook(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    Numbers numbers,
    DictionaryBook dictionaries,
    ITerritories territories,
    ISignalReceivers receivers,
    TimeProvider time
)
{
    /// <param name="responsible">Who owes the first step; null when it is the district's.</param>
    /// <returns>The signals, one for each child, and the day by which their first step must be done.</returns>
    /// <exception cref="DomainException"><c>territory.unknown</c> or <c>signal.nobody-there</c> at the territory.</exception>
    public async Task<(IReadOnlyList<Signal> Signals, DateOnly DueOn, SignalReceiver Receiver)> RegisterAsync(
        RegisterSignalRequest request,
        Caller caller,
        Guid? responsible,
        CancellationToken ct
    )
    {
        if (!await territories.ExistsAsync(request.Territory, ct))
            throw new DomainException("territory.unknown", 400, "territory");
        var receiver =
            await receivers.OfAsync(request.Territory, time.Today(), ct)
            ?? throw new DomainException("signal.nobody-there", 409, "territory");
        await dictionaries.DemandAsync("channel", request.Channel, "channel", ct);
        var elsewhere = !caller.Scope.Covers(request.Territory);
        var owes = elsewhere || receiver.BodyId is not null ? null : responsible;
        var children = request.Siblings is { Count: > 0 } siblings ? [request.Child, .. siblings] : new List<FirstKnown> { request.Child };
        Guid? report = children.Count > 1 ? Ids.New() : null;
        var (signals, dueOn) = (new List<Signal>(), default(DateOnly));
        foreach (var child in children)
        {
            var signal = await WriteAsync(request, child, report, receiver, caller, ct);
            signals.Add(signal);
            dueOn = await StartClocksAsync(signal, owes, ct);
            Tell(signal, caller, elsewhere);
        }
        await db.SaveChangesAsync(ct);
        return (signals, dueOn, receiver);
    }

    private async Task<Signal> WriteAsync(
        RegisterSignalRequest request,
        FirstKnown child,
        Guid? report,
        SignalReceiver receiver,
        Caller caller,
        CancellationToken ct
    )
    {
        var seal = await vault.NewSubjectAsync(ct);
        var contents = new SignalContents(
            request.Account,
            request.Address,
            request.Latitude,
            request.Longitude,
            request.Reporter,
            child,
            Relatives: request.Relatives
        );
        var number = await numbers.NextAsync(db, NumberKind.Signal, request.Territory, time.Today(), ct);
        var sealedContents = seal.Close(Signal.ContentsPurpose, contents);
        var signal = Signal.Register(request, number, seal.Subject, sealedContents, caller, time.Utc(), receiver, report);
        db.Add(signal);
        db.Add(Child.Report(signal, child, seal));
        return signal;
    }

    private void Tell(Signal signal, Caller caller, bool elsewhere)
    {
        db.Publish(
            new SignalRegistered(signal.Id, signal.ChildId, signal.Territory, signal.FoundOn, signal.Source.ToString(), signal.Channel),
            time
        );
        if (signal.ActorBodyId is { } body)
            db.Publish(new SignalWithoutHolder(signal.Id, signal.ChildId, signal.Number, signal.Territory, body), time);
        // who registered it does not see it any more: it went to the holders there
        else if (elsewhere && caller.Scope.Territory is { } own)
            db.Publish(
                new SignalForwarded(signal.Id, signal.ChildId, signal.Number, own, signal.Territory, caller.SpecialistId, signal.Id),
                time
            );
    }

    private async Task<DateOnly> StartClocksAsync(Signal signal, Guid? responsible, CancellationToken ct)
    {
        var about = new DeadlineSubject(signal.Id, signal.Number, signal.ChildId, signal.Territory, responsible);
        var information = await clock.StartAsync(db, StatutoryTerm.ProcessReport, signal.ReceivedOn, about, ct);
        if (signal.Source is SignalSource.ReportReceived)
            return information.DueOn;
        return (await clock.StartAsync(db, StatutoryTerm.EnterFoundChild, signal.FoundOn, about, ct)).DueOn;
    }
}
