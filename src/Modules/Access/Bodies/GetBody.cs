using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record GetBodyRequest(Guid Id);

/// <param name="SuspendReason">Why none of its people can sign in; null while it works.</param>
internal sealed record GetBodyResponse(Guid Id, BodyData Body, DateTime? SuspendedAt, string? SuspendReason);

/// <summary>A body with its structure.</summary>
internal sealed class GetBodyEndpoint(AccessDbContext db) : ApiEndpoint<GetBodyRequest, GetBodyResponse>
{
    public override void Configure()
    {
        Get("access/bodies/{id}");
        Guarded(Permission.ReadBodies, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(GetBodyRequest request, CancellationToken ct)
    {
        var b =
            await db.Bodies.AsNoTracking().Include(b => b.Departments).FirstOrDefaultAsync(b => b.Id == request.Id, ct)
            ?? throw DomainException.NotFound();
        HttpContext.ShowVersion(b.Version);
        var departments = b
            .Departments.OrderBy(d => d.Order)
            .Select(d => new DepartmentData(d.Id, d.ParentId, d.NameKy, d.NameRu))
            .ToList();
        await Send.OkAsync(
            new(b.Id, new(b.NameKy, b.NameRu, b.Inn, b.Address, b.Kind, b.Level, b.Territory, departments), b.SuspendedAt, b.SuspendReason),
            ct
        );
    }
}
