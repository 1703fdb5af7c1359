using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <summary>Dates sent by another system that could not be clarified with the sender.</summary>
/// <param name="SentFoundOn">An impossible day found.</param>
internal sealed record SentDoubts(bool FoundOn, DateOnly? SentFoundOn);

/// <summary>Records signals with the children they name and their clocks: a specialist's, or another state system's.</summary>
internal sealed class SignalRegistrar(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    Numbers numbers,
    DictionaryCheck dictionaries,
    ITerritories territories,
    ISignalReceivers receivers,
    SearchIndex index,
    TimeProvider time
)
{
    /// <param name="responsible">Who owes the first step; null for the district.</param>
    /// <param name="doubts">Which of a system's dates are in doubt.</param>
    /// <returns>The signals, one for each child, and the day by which their first step must be done.</returns>
    /// <exception cref="DomainException"><c>territory.unknown</c> or <c>signal.nobody-there</c> at the territory.</exception>
    public async Task<(IReadOnlyList<Signal> Signals, DateOnly DueOn, SignalReceiver Receiver)> RegisterAsync(
        SignalReport request,
        Caller caller,
        Guid? responsible,
        CancellationToken ct,
        SentDoubts? doubts = null
    )
    {
        if (!await territories.ExistsAsync(request.Territory, ct))
            throw new DomainException("territory.unknown", 400, "territory");
        var receiver = await receivers.RequireAsync(request.Territory, time.Today(), ct);
        await dictionaries.RequireAsync("channel", request.Channel, "channel", ct);
        await dictionaries.RequireAllAsync("relation", request.Relations(), ct);
        var elsewhere = !caller.Scope.Covers(request.Territory);
        var owes = elsewhere || receiver.BodyId is not null ? null : responsible;
        var report = request.Siblings is { Count: > 0 } ? Ids.New() : (Guid?)null;
        var (signals, dueOn) = (new List<Signal>(), default(DateOnly));
        foreach (var child in request.Children())
        {
            var signal = await WriteAsync(request, child.Normalised(), report, receiver, caller, doubts, ct);
            signals.Add(signal);
            dueOn = await StartClocksAsync(signal, owes, ct);
            Tell(signal, caller, responsible, elsewhere);
        }
        await db.SaveChangesAsync(ct);
        return (signals, dueOn, receiver);
    }

    private async Task<Signal> WriteAsync(
        SignalReport request,
        FirstKnown known,
        Guid? report,
        SignalReceiver receiver,
        Caller caller,
        SentDoubts? doubts,
        CancellationToken ct
    )
    {
        var seal = await vault.NewSubjectAsync(ct);
        var relatives = request.Relatives is { Count: > 0 } list ? (Relatives)new Relatives(List: list).Normalised() : null;
        var contents = new SignalContents(
            request.Account,
            request.Address,
            request.Latitude,
            request.Longitude,
            request.Reporter,
            known,
            LateBecause: request.LateBecause,
            SentFoundOn: doubts?.SentFoundOn,
            Relatives: relatives?.List
        );
        var number = await numbers.NextAsync(db, NumberKind.Signal, request.Territory, time.Today(), ct);
        var inDoubt = doubts is { FoundOn: true };
        var signal = Signal.Register(request, number, (contents, seal), caller, time.Utc(), receiver, report, inDoubt);
        var child = Child.Report(signal, known, seal);
        db.AddRange(signal, child);
        child.CallToo(OtherNames.Of(contents), seal);
        await index.AddAsync(db, child, known.AsIdentity(), seal, ct);
        return signal;
    }

    private void Tell(Signal signal, Caller caller, Guid? by, bool elsewhere)
    {
        db.Publish(
            new SignalRegistered(
                signal.Id,
                signal.ChildId,
                signal.Territory,
                signal.FoundOn,
                signal.Source,
                signal.Channel,
                signal.Number,
                signal.Urgency is not Urgency.Ordinary,
                by
            ),
            time
        );
        if (signal.ActorBodyId is { } body)
            db.Publish(new SignalWithoutHolder(signal.Id, signal.ChildId, signal.Number, signal.Territory, body, signal.Id), time);
        // no longer visible to whoever registered it: it went to the holders there
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
