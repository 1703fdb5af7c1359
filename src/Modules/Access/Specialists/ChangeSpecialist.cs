using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.Specialists;

internal sealed record ChangeSpecialistRequest(Guid Id, SpecialistData Specialist);

internal sealed class ChangeSpecialistValidator : Validator<ChangeSpecialistRequest>
{
    public ChangeSpecialistValidator(TimeProvider clock) =>
        RuleFor(r => r.Specialist).NotNull().SetValidator(new SpecialistDataValidator(clock));
}

/// <summary>Changes a responsible specialist's data [16.3, 16.4].</summary>
internal sealed class ChangeSpecialistEndpoint(AccessDbContext db, SpecialistPins pins, TimeProvider time)
    : ApiEndpoint<ChangeSpecialistRequest, object?>
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
        if (specialist.BodyId != request.Specialist.BodyId)
        {
            var body = await db.Bodies.AsNoTracking().FirstAsync(b => b.Id == request.Specialist.BodyId, ct);
            if (await db.OutgrowAsync(db.Specialists.Where(s => s.Id == specialist.Id), body.Kind, body.Level, time.Today(), ct))
                throw new DomainException("specialist.roles-do-not-fit", 409, "specialist.bodyId");
        }
        await pins.DemandFreeAsync(db, request.Specialist.Pin, specialist.Id, ct);
        specialist.Change(request.Specialist, await pins.SealAsync(request.Specialist.Pin, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
