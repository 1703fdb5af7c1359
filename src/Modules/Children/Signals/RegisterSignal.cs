using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Children.Dictionaries;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Children.Signals;

/// <param name="ReceivedOn">The day the report was received; required for a report.</param>
/// <param name="Siblings">Further children that the report names; each gets a signal of its own.</param>
/// <param name="Relatives">Parents and relatives of all these children, entered once.</param>
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
    double? Longitude = null,
    IReadOnlyList<FirstKnown>? Siblings = null,
    IReadOnlyList<Relative>? Relatives = null
);

/// <param name="DueOn">The day by which the first step must be done.</param>
/// <param name="Siblings">The signals about the further children.</param>
/// <param name="Forwarded">It lies outside the caller's territory: the holders there process it.</param>
/// <param name="ActorKy">The body that must find a holder, where the territory has none.</param>
internal sealed record RegisterSignalResponse(
    Guid Id,
    string Number,
    DateOnly DueOn,
    IReadOnlyList<RegisteredSibling> Siblings,
    bool Forwarded,
    string? ActorKy,
    string? ActorRu
);

internal sealed record RegisteredSibling(Guid Id, string Number);

internal sealed class RegisterSignalValidator : Validator<RegisterSignalRequest>
{
    private const int MostSiblings = 9;

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
        RuleFor(r => r.Siblings).Must(s => s is null || s.Count <= MostSiblings).WithErrorCode("signal.too-many-children");
        RuleForEach(r => r.Siblings).NotNull().SetValidator(new FirstKnownValidator(clock));
        RuleFor(r => r.Relatives).Must(r => r is null || r.Count <= SectionRules.ListAtMost).WithErrorCode("signal.too-many-relatives");
        RuleForEach(r => r.Relatives).NotNull().SetValidator(new ReportedRelativeValidator());
    }
}

/// <summary>
/// Registers a child at risk [13b.1, 14.1]: found by the specialist, which starts the one working day of [19.1], or reported, which starts the two of [19.2].
/// </summary>
internal sealed class RegisterSignalEndpoint(SignalBook book, DictionaryBook dictionaries)
    : ApiEndpoint<RegisterSignalRequest, RegisterSignalResponse>
{
    public override void Configure()
    {
        Post("children/signals");
        Guarded(Permission.RegisterSignals, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(RegisterSignalRequest request, CancellationToken ct)
    {
        foreach (var (code, at) in (request.Relatives ?? []).Select((r, i) => (r.Relation, i)))
            await dictionaries.DemandAsync("relation", code, $"relatives[{at}].relation", ct);
        var (signals, dueOn, receiver) = await book.RegisterAsync(request, Caller, Caller.SpecialistId, ct);
        var first = signals[0];
        await CreatedAsync(
            $"children/signals/{first.Id}",
            new(
                first.Id,
                first.Number,
                dueOn,
                [.. signals.Skip(1).Select(s => new RegisteredSibling(s.Id, s.Number))],
                !Caller.Scope.Covers(first.Territory),
                receiver.BodyId is null ? null : receiver.BodyKy,
                receiver.BodyId is null ? null : receiver.BodyRu
            ),
            first.Version
        );
    }
}
