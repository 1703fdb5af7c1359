using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Specialists;

internal sealed record RegisterSpecialistRequest(SpecialistData Specialist);

internal sealed record RegisterSpecialistResponse(Guid Id);

internal sealed class RegisterSpecialistValidator : Validator<RegisterSpecialistRequest>
{
    public RegisterSpecialistValidator(TimeProvider clock) =>
        RuleFor(r => r.Specialist).NotNull().SetValidator(new SpecialistDataValidator(clock));
}

/// <summary>Registers a responsible specialist of a body [16.3, 16.4].</summary>
internal sealed class RegisterSpecialistEndpoint(AccessDbContext db, SpecialistPins pins)
    : ApiEndpoint<RegisterSpecialistRequest, RegisterSpecialistResponse>
{
    public override void Configure()
    {
        Post("access/specialists");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("specialist with a personal number");
    }

    public override async Task HandleAsync(RegisterSpecialistRequest request, CancellationToken ct)
    {
        await db.RequireBodyAsync(request.Specialist.BodyId, request.Specialist.DepartmentId, "specialist", ct);
        await pins.RequireFreeAsync(db, request.Specialist.Pin, null, ct);
        var specialist = Specialist.Register(request.Specialist, await pins.KnowAsync(request.Specialist.Pin, ct));
        db.Specialists.Add(specialist);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"access/specialists/{specialist.Id}", new(specialist.Id), specialist.Version);
    }
}
