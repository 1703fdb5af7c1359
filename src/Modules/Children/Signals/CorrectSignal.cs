using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed class CorrectSignalValidator : Validator<SignalAmendment>
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
/// Corrects the day, place, source or names of a signal, with a reason. The signal owns the day and place found: clocks, case, card,
/// statistics and map follow [13b.1, 17.2, 19, 22.4].
/// </summary>
internal sealed class CorrectSignalEndpoint(ChildrenDbContext db, SignalCorrector corrector, TimeProvider time)
    : ApiEndpoint<SignalAmendment, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/correct");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SignalAmendment request, CancellationToken ct)
    {
        DatePlausibility.Of(request.Dates(time.Today()), time.Today()).Require("child.");
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        await corrector.CorrectAsync(signal, request, Caller, ct);
        db.Publish(new DataCorrected(signal.ChildId, Correction.Signal, time.Today(), Caller.SpecialistId), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
