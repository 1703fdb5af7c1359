using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Children.Dictionaries;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Signals;

/// <param name="ReceivedOn">The day the report was received; required for a report.</param>
internal sealed record RegisterSignalRequest(
    SignalSource Source,
    string Channel,
    Urgency Urgency,
    DateOnly FoundOn,
    string Territory,
    string Account,
    Reporter Reporter,
    FirstKnown Child,
    DateOnly? ReceivedOn = null,
    string? Address = null,
    double? Latitude = null,
    double? Longitude = null
);

/// <param name="DueOn">The day by which the first step must be done.</param>
internal sealed record RegisterSignalResponse(Guid Id, string Number, DateOnly DueOn);

internal sealed class RegisterSignalValidator : Validator<RegisterSignalRequest>
{
    public RegisterSignalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Channel).NotEmpty().MaximumLength(40);
        RuleFor(r => r.FoundOn).NotEmpty().Must(day => day <= clock.Today()).WithErrorCode("signal.found-in-future");
        RuleFor(r => r.ReceivedOn).NotEmpty().When(r => r.Source is SignalSource.ReportReceived);
        RuleFor(r => r.ReceivedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("signal.received-in-future");
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Account).NotEmpty().MaximumLength(Signal.TextMaxLength);
        RuleFor(r => r.Address).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Latitude).InclusiveBetween(39, 44);
        RuleFor(r => r.Longitude).InclusiveBetween(69, 81);
        RuleFor(r => r.Reporter).NotNull().SetValidator(new ReporterValidator());
        RuleFor(r => r.Child).NotNull().SetValidator(new FirstKnownValidator(clock));
    }
}

/// <summary>
/// Registers a child at risk [13b.1, 14.1]: found by the specialist, which starts the one working day of [19.1], or reported, which starts the two of [19.2].
/// </summary>
internal sealed class RegisterSignalEndpoint(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    Numbers numbers,
    DictionaryBook dictionaries,
    ITerritories territories,
    TimeProvider time
) : ApiEndpoint<RegisterSignalRequest, RegisterSignalResponse>
{
    public override void Configure()
    {
        Post("children/signals");
        Guarded(Permission.RegisterSignals, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(RegisterSignalRequest request, CancellationToken ct)
    {
        await territories.DemandInScopeAsync(request.Territory, Caller, "territory", ct);
        await dictionaries.DemandAsync("channel", request.Channel, "channel", ct);
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
        var signal = Signal.Register(request, number, seal.Subject, seal.Close(Signal.ContentsPurpose, contents), Caller, time.Utc());
        db.Add(signal);
        db.Add(Child.Report(signal, request.Child, seal));
        var dueOn = await StartClocksAsync(signal, ct);
        db.Publish(
            new SignalRegistered(signal.Id, signal.ChildId, signal.Territory, signal.FoundOn, signal.Source.ToString(), signal.Channel),
            time
        );
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/signals/{signal.Id}", new(signal.Id, signal.Number, dueOn), signal.Version);
    }

    private async Task<DateOnly> StartClocksAsync(Signal signal, CancellationToken ct)
    {
        var about = new DeadlineSubject(signal.Id, signal.Number, signal.ChildId, signal.Territory, signal.RegisteredBy);
        var information = await clock.StartAsync(db, StatutoryTerm.ProcessReport, signal.ReceivedOn, about, ct);
        if (signal.Source is SignalSource.ReportReceived)
            return information.DueOn;
        return (await clock.StartAsync(db, StatutoryTerm.EnterFoundChild, signal.FoundOn, about, ct)).DueOn;
    }
}
