using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Registers;

/// <param name="Confirm">Required when a service that is on is turned off.</param>
internal sealed record ChangeRegisterServiceRequest(RegisterKind Kind, RegisterServiceData Service, string? Confirm = null) : IConfirmed;

internal sealed class ChangeRegisterServiceValidator : Validator<ChangeRegisterServiceRequest>
{
    public ChangeRegisterServiceValidator()
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.Service).NotNull().SetValidator(new RegisterServiceDataValidator());
    }
}

/// <summary>Changes where a fact is queried and how the response is read; in force at the next query [18, 5.admin].</summary>
internal sealed class ChangeRegisterServiceEndpoint(IntegrationDbContext db) : ApiEndpoint<ChangeRegisterServiceRequest, object?>
{
    public override void Configure()
    {
        Put("integration/registers/{kind}");
        Guarded(Permission.ManageRegisters, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeRegisterServiceRequest request, CancellationToken ct)
    {
        var service = await db.RegisterServices.FirstOrDefaultAsync(s => s.Kind == request.Kind, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(service);
        var known = Ports.All[request.Kind].Fields;
        for (var i = 0; i < request.Service.Fields.Count; i++)
            if (!known.Contains(request.Service.Fields[i].Field))
                throw new DomainException("registers.unknown-field", 400, $"service.fields[{i}].field");
        if (service.IsOn && !request.Service.IsOn)
            request.RequireConfirmed(service.Name);
        request.Service.Enter(service);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
