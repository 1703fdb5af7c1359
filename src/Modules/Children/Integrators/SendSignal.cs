using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Integrators;

/// <summary>A report about a child at risk from another state system.</summary>
/// <param name="Channel">Code of the dictionary «channel», such as «school».</param>
/// <param name="Territory">SOATE code of the place where the child was found.</param>
/// <param name="Account">A description of what happened.</param>
internal sealed record SendSignalRequest(
    string Channel,
    Urgency Urgency,
    DateOnly FoundOn,
    string Territory,
    string Account,
    FirstKnown Child,
    Reporter? Reporter = null,
    string? Address = null,
    double? Latitude = null,
    double? Longitude = null
);

/// <param name="Number">To be quoted when contacting the district.</param>
/// <param name="Doubts">Codes of suspicious dates; the signal is accepted nevertheless, and the district settles them.</param>
internal sealed record SendSignalResponse(Guid Id, string Number, DateOnly ProcessedBy, IReadOnlyList<string> Doubts);

internal sealed class SendSignalValidator : Validator<SendSignalRequest>
{
    public SendSignalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Channel).NotEmpty().MaximumLength(40);
        RuleFor(r => r.Urgency).IsInEnum();
        RuleFor(r => r.FoundOn).NotEmpty();
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Account).NotEmpty().MaximumLength(Signal.TextMaxLength);
        RuleFor(r => r.Address).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Latitude).InclusiveBetween(39, 44);
        RuleFor(r => r.Longitude).InclusiveBetween(69, 81);
        RuleFor(r => r.Child).NotNull().SetValidator(new FirstKnownValidator(clock, ofSystem: true));
        RuleFor(r => r.Reporter!).SetValidator(new ReporterValidator()).When(r => r.Reporter is not null);
    }
}

/// <summary>Another system reports a child at risk; the two working days of [19.2] start today [12.2, 13b.1]. Repeat with the same Idempotency-Key.</summary>
internal sealed class SendSignalEndpoint(SignalRegistrar book, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<SendSignalRequest, SendSignalResponse>
{
    public override void Configure()
    {
        Post("v1/signals");
        Guarded(Permission.SendSignals, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(SendSignalRequest request, CancellationToken ct)
    {
        // a system sends for its own territory only [15.5]
        if (!Caller.Scope.Covers(request.Territory))
            throw new DomainException("territory.beyond-yours", 403, "territory");
        var sender = (await specialists.NamesAsync([Caller.SpecialistId], ct)).GetValueOrDefault(Caller.SpecialistId);
        var asked = new SignalReport(
            SignalSource.ReportReceived,
            request.Channel,
            request.Urgency,
            request.FoundOn,
            request.Territory,
            request.Account,
            Named(request.Reporter, sender),
            request.Child,
            ReceivedOn: time.Today(),
            request.Address,
            request.Latitude,
            request.Longitude
        );
        var flaws = DatePlausibility.Of(asked.Dates(time.Today()), time.Today()).ToList();
        var impossible = flaws.Exists(f => f is { OfFound: true, Impossible: true });
        if (impossible)
            // clocks and statistics need a possible day: the day of receipt, until the district settles it
            asked = asked with
            {
                FoundOn = time.Today(),
            };
        if (flaws.Exists(f => !f.OfFound))
            asked = asked with { Child = asked.Child with { BirthDateInDoubt = true } };
        var doubts = new SentDoubts(flaws.Exists(f => f.OfFound), impossible ? request.FoundOn : null);
        var (signals, dueOn, _) = await book.RegisterAsync(asked, Caller, responsible: null, ct, doubts);
        var signal = signals[0];
        HttpContext.JournalAbout(signal.Id);
        await CreatedAsync($"v1/signals/{signal.Id}", new(signal.Id, signal.Number, dueOn, [.. flaws.Select(f => f.Code)]));
    }

    /// <summary>The sender's own informant may stay unnamed; the sender itself never does.</summary>
    private static Reporter Named(Reporter? told, string? sender) =>
        told is null or { Anonymous: true } ? new(Anonymous: false, Name: sender)
        : told.Name.Has() ? told
        : told with { Name = sender };
}
