using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Children.Dictionaries;
using Registry.Children.Search;
using Registry.Contracts;
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
    SearchIndex index,
    TimeProvider time
)
{
    /// <param name="responsible">Who owes the first step; null when it is the district's.</param>
    /// <returns>The signal and the day by which the first step must be done.</returns>
    public async Task<(Signal Signal, DateOnly DueOn)> RegisterAsync(
        RegisterSignalRequest request,
        Caller caller,
        Guid? responsible,
        CancellationToken ct
    )
    {
        await territories.DemandInScopeAsync(request.Territory, caller, "territory", ct);
        await dictionaries.DemandAsync("channel", request.Channel, "channel", ct);
        request = request with { Child = request.Child.Normalised() };
        var seal = await vault.NewSubjectAsync(ct);
        var contents = new SignalContents(
            request.Account,
            request.Address,
            request.Latitude,
            request.Longitude,
            request.Reporter,
            request.Child
        );
        var number = await numbers.NextAsync(db, NumberKind.Signal, request.Territory, time.Today(), ct);
        var signal = Signal.Register(request, number, seal.Subject, seal.Close(Signal.ContentsPurpose, contents), caller, time.Utc());
        db.Add(signal);
        var child = Child.Report(signal, request.Child, seal);
        db.Add(child);
        var known = request.Child.AsIdentity();
        child.CallToo(OtherNames.None.Reported(contents, known), seal);
        await index.AddAsync(db, child, known, seal, ct);
        var dueOn = await StartClocksAsync(signal, responsible, ct);
        db.Publish(
            new SignalRegistered(signal.Id, signal.ChildId, signal.Territory, signal.FoundOn, signal.Source.ToString(), signal.Channel),
            time
        );
        await db.SaveChangesAsync(ct);
        return (signal, dueOn);
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
