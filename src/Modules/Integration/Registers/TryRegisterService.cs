using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Registers;

internal sealed record TryRegisterServiceRequest(RegisterKind Kind, string Pin);

/// <param name="Shape">The value with its letters and digits hidden: the administrator checks the mapping, not the person.</param>
internal sealed record TriedField(string Field, string Shape);

/// <param name="Items">Entries of the answer.</param>
internal sealed record TryRegisterServiceResponse(
    RegisterOutcome Outcome,
    string? Fault,
    Guid RequestId,
    int Milliseconds,
    int Items,
    IReadOnlyList<TriedField> Fields,
    IReadOnlyList<string> Unmapped
);

internal sealed class TryRegisterServiceValidator : Validator<TryRegisterServiceRequest>
{
    public TryRegisterServiceValidator(TimeProvider clock)
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.Pin).Must(pin => Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
    }
}

/// <summary>Queries a register once to try its configuration, also while it is switched off; the trial is journalled [18, 28].</summary>
internal sealed class TryRegisterServiceEndpoint(IntegrationDbContext db, AskRegisters registers, TimeProvider time)
    : ApiEndpoint<TryRegisterServiceRequest, TryRegisterServiceResponse>
{
    public override void Configure()
    {
        Post("integration/registers/{kind}/try");
        Guarded(Permission.ManageRegisters, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(TryRegisterServiceRequest request, CancellationToken ct)
    {
        var service =
            await db.RegisterServices.AsNoTracking().FirstOrDefaultAsync(s => s.Kind == request.Kind, ct)
            ?? throw DomainException.NotFound();
        service.IsOn = true;
        var began = time.GetTimestamp();
        var (reply, items) = await registers.OneAsync(request.Kind, service, request.Pin, $"trial.{Caller.SpecialistId:N}", "trial", ct);
        await Send.OkAsync(
            new(
                reply.Outcome,
                reply.Fault,
                reply.RequestId,
                (int)time.GetElapsedTime(began).TotalMilliseconds,
                items.Count,
                items.Count == 0 ? [] : [.. items[0].Facts.Select(f => new TriedField(f.Key, Shape(f.Value)))],
                reply.Unmapped
            ),
            ct
        );
    }

    private static string Shape(string value) =>
        string.Concat(
            value.Select(c =>
                char.IsLetter(c) ? 'А'
                : char.IsDigit(c) ? '0'
                : c
            )
        );
}
