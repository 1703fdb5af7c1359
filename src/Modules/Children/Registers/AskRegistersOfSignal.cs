using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Registers;

/// <param name="Pin">The number given to the specialist; it need not be known to the signal.</param>
/// <param name="Reason">Where the number comes from and why it is queried.</param>
internal sealed record AskRegistersOfSignalRequest(Guid Id, string Pin, string Reason);

internal sealed class AskRegistersOfSignalValidator : Validator<AskRegistersOfSignalRequest>
{
    public AskRegistersOfSignalValidator(TimeProvider clock)
    {
        RuleFor(r => r.Pin).Must(pin => Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(LookUp.ReasonMaxLength);
    }
}

/// <summary>
/// While a signal is processed: who the child with this number is, compared with the signal [18, 19.2]. Enters nothing. Only numbers that may
/// be the child's or a recorded relative's, and few per signal: the registers are not for looking up citizens.
/// </summary>
internal sealed class AskRegistersOfSignalEndpoint(ChildrenDbContext db, IRegisters registers, LookUpRecorder lookUps, Vault vault)
    : ApiEndpoint<AskRegistersOfSignalRequest, RegistersResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/registers");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(AskRegistersOfSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        if (signal.Status is not SignalStatus.New)
            throw new DomainException("signal.not-open");
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var contents = signal.Open(seal);
        var said = contents.Child;
        if (!FittingPin.Fits(request.Pin, said, contents.Relatives, signal.FoundOn))
            throw new DomainException("registers.other-person", 400, "pin");
        await lookUps.AskNowAsync(LookUpKind.Register, request.Pin, signal.ChildId, signal.Id, Caller, request.Reason, ct);
        var ask = new RegisterAsk(request.Pin, signal.ChildId, signal.Number, Caller.SpecialistId, Caller.BodyId);
        var answers = await registers.AskAsync(ask, [RegisterKind.Person], ct);
        var known = new Identity(said.Surname, said.Name, said.Patronymic, Sex: said.Sex, BirthDate: said.BirthDate, Pin: said.Pin);
        var nothing = Card.Open([], seal);
        await Send.OkAsync(RegistersResponse.Of(answers, CardComparison.Of(nothing with { Identity = known }, answers.Replies)), ct);
    }
}
