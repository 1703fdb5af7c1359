using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="Id">The signal.</param>
/// <param name="Reason">Why the day is right all the same.</param>
internal sealed record RequestDayFoundRequest(Guid Id, string Reason);

internal sealed class RequestDayFoundValidator : Validator<RequestDayFoundRequest>
{
    public RequestDayFoundValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>The territorial unit returned a day found more than a year back; the specialist confirms it and explains why again [19.2].</summary>
internal sealed class RequestDayFoundEndpoint(ChildrenDbContext db, DayFoundConfirmation days, Vault vault, StatutoryClock clock)
    : ApiEndpoint<RequestDayFoundRequest, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/day-found");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(RequestDayFoundRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        if (signal.Status is not (SignalStatus.CardOpened or SignalStatus.Linked))
            throw new DomainException("day-found.not-returned");
        var @case = await db.OpenCaseAsync(signal.ChildId, Caller.Scope, ct);
        var seal = await vault.OfAsync(signal.ChildId, ct);
        if (signal.Open(seal).DayFound is not { Confirmed: false })
            throw new DomainException("day-found.not-returned");
        await clock.MeetAsync(db, Step.CorrectDayFound, signal.Id, ct);
        await days.AskAsync(signal, @case, request.Reason, seal, Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
