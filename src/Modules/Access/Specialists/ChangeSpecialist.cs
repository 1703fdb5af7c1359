using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

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
        if (await pins.AreOnePersonAsync(db, Caller.SpecialistId, [specialist.Id], ct))
            throw new DomainException("specialist.own");
        await db.RequireBodyAsync(request.Specialist.BodyId, request.Specialist.DepartmentId, "specialist", ct);
        await pins.RequireFreeAsync(db, request.Specialist.Pin, specialist.Id, ct);
        await RequireHeldAsync(specialist, request.Specialist, ct);
        specialist.Change(request.Specialist, await pins.KnowAsync(request.Specialist.Pin, ct));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    /// <summary>What the person holds fits the new body, and cannot go to another person, who would come in under a changed personal number.</summary>
    private async Task RequireHeldAsync(Specialist specialist, SpecialistData data, CancellationToken ct)
    {
        var held = await db.HeldAsync(db.Specialists.Where(s => s.Id == specialist.Id), time.Today(), ct);
        if (held.Count == 0)
            return;
        var token = await pins.TokenAsync(data.Pin, ct);
        if (specialist.PinToken?.AsSpan().SequenceEqual(token) is false)
            throw new DomainException("specialist.number-in-use", 409, "specialist.pin");
        if (specialist.BodyId == data.BodyId)
            return;
        var body = await db.Bodies.AsNoTracking().FirstAsync(b => b.Id == data.BodyId, ct);
        if (held.Exists(h => !RoleBodies.Fits(h.Role, body.Kind, body.Level) || !RoleBodies.Covers(h.Role, body.Territory, h.Territory)))
            throw new DomainException("specialist.roles-do-not-fit", 409, "specialist.bodyId");
    }
}
