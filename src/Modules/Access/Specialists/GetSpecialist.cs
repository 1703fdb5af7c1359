using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Specialists;

internal sealed record GetSpecialistRequest(Guid Id);

internal sealed record GetSpecialistResponse(Guid Id, SpecialistData Specialist);

/// <summary>A responsible specialist; only those who register specialists see the personal number.</summary>
internal sealed class GetSpecialistEndpoint(AccessDbContext db, SpecialistPins pins)
    : ApiEndpoint<GetSpecialistRequest, GetSpecialistResponse>
{
    public override void Configure()
    {
        Get("access/specialists/{id}");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(GetSpecialistRequest request, CancellationToken ct)
    {
        var s = await db.Specialists.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.ShowVersion(s.Version);
        var pin = await pins.OpenAsync(s, ct);
        await Send.OkAsync(
            new(s.Id, new(s.BodyId, s.Surname, s.Name, pin, s.Position, s.DepartmentId, s.Patronymic, s.Phone, s.Email, s.HeadsBody)),
            ct
        );
    }
}
