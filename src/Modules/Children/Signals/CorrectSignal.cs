using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Children.Dates;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Children.Signals;

/// <param name="Territory">Where the child was found.</param>
/// <param name="ReceivedOn">The day the report was received; required for a report.</param>
/// <param name="Child">What is known of the child by the signal; a card that was opened has its own names.</param>
/// <param name="Reason">How the mistake came about, and from where the right values are known.</param>
internal sealed record CorrectSignalRequest(
    Guid Id,
    SignalSource Source,
    string Channel,
    DateOnly FoundOn,
    string Territory,
    FirstKnown Child,
    string Reason,
    DateOnly? ReceivedOn = null,
    string? Address = null
)
{
    /// <summary>The reason for the correction is also the reason for an unusual date.</summary>
    public StatedDates Dates(DateOnly today) =>
        new(today, FoundOn, Child.BirthDate, Child.Pin, Child.Age, Child.BirthDateInDoubt == true, Child.AdultBecause ?? Reason, Reason);

    /// <summary>The day from which [19.2] counts.</summary>
    public DateOnly CountsFrom() => Source is SignalSource.ReportReceived ? ReceivedOn ?? FoundOn : FoundOn;
}

internal sealed class CorrectSignalValidator : Validator<CorrectSignalRequest>
{
    public CorrectSignalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Source).IsInEnum();
        RuleFor(r => r.Channel).NotEmpty().MaximumLength(40);
        RuleFor(r => r.FoundOn).NotEmpty();
        RuleFor(r => r.ReceivedOn).NotEmpty().When(r => r.Source is SignalSource.ReportReceived);
        RuleFor(r => r.ReceivedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("signal.received-in-future");
        RuleFor(r => r.Territory).Must(Soate.IsValid).WithErrorCode("territory.required");
        RuleFor(r => r.Address).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Child).NotNull().SetValidator(new FirstKnownValidator(clock));
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>
/// Puts right the day, place, source or names of a signal, with a reason. The signal owns the day and place found: clocks, case, card, statistics and map
/// follow [13b.1, 17.2, 19, 22.4].
/// </summary>
internal sealed class CorrectSignalEndpoint(ChildrenDbContext db, SignalCorrector corrector, TimeProvider time)
    : ApiEndpoint<CorrectSignalRequest, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/correct");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(CorrectSignalRequest request, CancellationToken ct)
    {
        DatePlausibility.Of(request.Dates(time.Today()), time.Today()).Demand("child.");
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        await corrector.CorrectAsync(signal, request, Caller, ct);
        db.Publish(new DataCorrected(signal.ChildId, Correction.Signal, time.Today(), Caller.SpecialistId), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
