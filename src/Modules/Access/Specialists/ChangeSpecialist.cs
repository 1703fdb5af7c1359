using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Access.Specialists;

internal sealed record ChangeSpecialistRequest(Guid Id, SpecialistData Specialist);

internal sealed class ChangeSpecialistValidator : Validator<ChangeSpecialistRequest>
{
    public ChangeSpecialistValidator(TimeProvider clock) =>
        RuleFor(r => r.Specialist).NotNull().SetValidator(new SpecialistDataValidator(clock));
}

/// <summary>Changes a responsible specialist's data [16.3, 16.4].</summary>
internal sealed class ChangeSpecialistEndpoint(AccessDbContext db, SpecialistPins pins) : ApiEndpoint<ChangeSpecialistRequest, object?>
{
    public override void Configure()
    {
        Put("access/specialists/{id}");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeSpecialistRequest request, CancellationToken ct)
    {
        var specialist = await db.Specialists.FirstOrDefaultAsync(s => s.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(specialist);
        await db.DemandBodyAsync(request.Specialist.BodyId, request.Specialist.DepartmentId, "specialist", ct);
        specialist.Change(request.Specialist, await pins.SealAsync(request.Specialist.Pin, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
