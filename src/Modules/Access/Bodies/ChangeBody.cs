using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record ChangeBodyRequest(Guid Id, BodyData Body);

internal sealed class ChangeBodyValidator : Validator<ChangeBodyRequest>
{
    public ChangeBodyValidator() => RuleFor(r => r.Body).NotNull().SetValidator(new BodyDataValidator());
}

/// <summary>Changes a body's data and structure [16.1, 16.2].</summary>
internal sealed class ChangeBodyEndpoint(AccessDbContext db, TerritoryCatalog territories, TimeProvider time)
    : ApiEndpoint<ChangeBodyRequest, object?>
{
    public override void Configure()
    {
        Put("access/bodies/{id}");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeBodyRequest request, CancellationToken ct)
    {
        var body =
            await db.Bodies.Include(b => b.Departments).FirstOrDefaultAsync(b => b.Id == request.Id, ct)
            ?? throw DomainException.NotFound();
        HttpContext.Expect(body);
        await territories.RequireAsync(request.Body.Territory, "body.territory", ct);
        var held = await db.HeldAsync(db.Specialists.Where(s => s.BodyId == body.Id), time.Today(), ct);
        if (held.Exists(h => !RoleBodies.Fits(h.Role, request.Body.Kind, request.Body.Level)))
            throw new DomainException("body.roles-do-not-fit", 409, body.Kind == request.Body.Kind ? "body.level" : "body.kind");
        if (held.Exists(h => !RoleBodies.Covers(h.Role, request.Body.Territory, h.Territory)))
            throw new DomainException("body.territories-do-not-fit", 409, "body.territory");
        body.Change(request.Body);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
