using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="DueOn">The day by which the first step must be done.</param>
/// <param name="Siblings">The signals about the further children.</param>
/// <param name="Forwarded">It lies outside the caller's territory: others process it.</param>
/// <param name="Actor">The body that must find a holder, if the territory has none.</param>
internal sealed record RegisterSignalResponse(
    Guid Id,
    string Number,
    DateOnly DueOn,
    IReadOnlyList<RegisteredSibling> Siblings,
    bool Forwarded,
    ActingBody? Actor
);

internal sealed record RegisteredSibling(Guid Id, string Number);

internal sealed class RegisterSignalValidator : Validator<SignalReport>
{
    public RegisterSignalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Channel).NotEmpty().MaximumLength(40);
        RuleFor(r => r.FoundOn).NotEmpty().Must(day => day <= clock.Today()).WithErrorCode("signal.found-in-future");
        RuleFor(r => r.ReceivedOn).NotEmpty().When(r => r.Source is SignalSource.ReportReceived);
        RuleFor(r => r.ReceivedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("signal.received-in-future");
        RuleFor(r => r.ReceivedOn).Must(day => day is null || day >= DatePlausibility.First).WithErrorCode("signal.received-too-early");
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Account).NotEmpty().MaximumLength(Signal.TextMaxLength);
        RuleFor(r => r.Address).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Latitude).InclusiveBetween(39, 44);
        RuleFor(r => r.Longitude).InclusiveBetween(69, 81);
        RuleFor(r => r.Reporter).NotNull().SetValidator(new ReporterValidator());
        RuleFor(r => r.Child).NotNull().SetValidator(new FirstKnownValidator(clock));
        RuleFor(r => r.Child.BirthDate)
            .Must(day => day is null || day <= clock.Today())
            .When(r => r.Child is not null)
            .WithErrorCode("child.born-in-future");
        RuleFor(r => r.LateBecause).MaximumLength(SectionRules.LongText);
        Include(new ReportedChildrenValidator(clock));
    }
}

/// <summary>
/// Registers children at risk [13b.1, 14.1]: found by the specialist, which starts the one working day of [19.1], or reported, which starts the two of [19.2].
/// </summary>
internal sealed class RegisterSignalEndpoint(SignalRegistrar book, TimeProvider time) : ApiEndpoint<SignalReport, RegisterSignalResponse>
{
    public override void Configure()
    {
        Post("children/signals");
        Guarded(Permission.RegisterSignals, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(SignalReport request, CancellationToken ct)
    {
        request.DateRefusals(time.Today()).Require();
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
                ActingBody.Of(receiver)
            ),
            first.Version
        );
    }
}
