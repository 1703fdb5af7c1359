using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Registers;

internal sealed record GetRegisterServiceRequest(RegisterKind Kind);

/// <param name="Facts">The fields that a mapping of this register can fill.</param>
internal sealed record GetRegisterServiceResponse(RegisterKind Kind, RegisterServiceData Service, IReadOnlyList<string> Facts);

/// <summary>How one register is queried and read [18].</summary>
internal sealed class GetRegisterServiceEndpoint(IntegrationDbContext db)
    : ApiEndpoint<GetRegisterServiceRequest, GetRegisterServiceResponse>
{
    public override void Configure()
    {
        Get("integration/registers/{kind}");
        Guarded(Permission.ManageRegisters, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(GetRegisterServiceRequest request, CancellationToken ct)
    {
        var service =
            await db.RegisterServices.AsNoTracking().FirstOrDefaultAsync(s => s.Kind == request.Kind, ct)
            ?? throw DomainException.NotFound();
        HttpContext.ShowVersion(service.Version);
        await Send.OkAsync(new(service.Kind, RegisterServiceData.Of(service), Ports.All[service.Kind].Fields), ct);
    }
}
