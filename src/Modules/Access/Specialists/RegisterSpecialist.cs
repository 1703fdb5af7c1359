using FastEndpoints;
using FluentValidation;
using Registry.Access.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

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
    }

    public override async Task HandleAsync(RegisterSpecialistRequest request, CancellationToken ct)
    {
        await db.DemandBodyAsync(request.Specialist.BodyId, request.Specialist.DepartmentId, "specialist", ct);
        var specialist = Specialist.Register(request.Specialist, await pins.SealAsync(request.Specialist.Pin, ct));
        db.Specialists.Add(specialist);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"access/specialists/{specialist.Id}", new(specialist.Id), specialist.Version);
    }
}

/// <summary>Seals and opens specialists' personal numbers under the Base's own key.</summary>
internal sealed class SpecialistPins(Vault vault)
{
    private const string Purpose = "specialist.pin";

    public async Task<byte[]> SealAsync(string pin, CancellationToken ct) => (await vault.OfBaseAsync(ct)).Close(Purpose, pin);

    public async Task<string> OpenAsync(byte[] seal, CancellationToken ct) => (await vault.OfBaseAsync(ct)).Open<string>(Purpose, seal);
}
