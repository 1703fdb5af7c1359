using FastEndpoints;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record RegisterBodyRequest(BodyData Body);

internal sealed record RegisterBodyResponse(Guid Id);

internal sealed class RegisterBodyValidator : Validator<RegisterBodyRequest>
{
    public RegisterBodyValidator() => RuleFor(r => r.Body).NotNull().SetValidator(new BodyDataValidator());
}

/// <summary>Registers a body with its structure [16.1, 16.2].</summary>
internal sealed class RegisterBodyEndpoint(AccessDbContext db, TerritoryCatalog territories)
    : ApiEndpoint<RegisterBodyRequest, RegisterBodyResponse>
{
    public override void Configure()
    {
        Post("access/bodies");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("body with a taxpayer number");
    }

    public override async Task HandleAsync(RegisterBodyRequest request, CancellationToken ct)
    {
        await territories.RequireAsync(request.Body.Territory, "body.territory", ct);
        var body = Body.Register(request.Body);
        db.Bodies.Add(body);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"access/bodies/{body.Id}", new(body.Id), body.Version);
    }
}
