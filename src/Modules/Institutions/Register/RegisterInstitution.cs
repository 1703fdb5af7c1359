using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record RegisterInstitutionRequest(InstitutionData Institution);

internal sealed record RegisterInstitutionResponse(Guid Id);

internal sealed class RegisterInstitutionValidator : Validator<RegisterInstitutionRequest>
{
    public RegisterInstitutionValidator() => RuleFor(r => r.Institution).NotNull().SetValidator(new InstitutionDataValidator());
}

/// <summary>The base administrator registers a children's institution of any ownership [5.admin].</summary>
internal sealed class RegisterInstitutionEndpoint(InstitutionsDbContext db, ITerritories territories, TimeProvider time)
    : ApiEndpoint<RegisterInstitutionRequest, RegisterInstitutionResponse>
{
    public override void Configure()
    {
        Post("institutions");
        Guarded(Permission.ManageInstitutions, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("institution with a taxpayer number");
    }

    public override async Task HandleAsync(RegisterInstitutionRequest request, CancellationToken ct)
    {
        await territories.RequireAsync(request.Institution.Territory, ct);
        var institution = Institution.Register(request.Institution);
        db.Add(institution);
        db.Add(InstitutionEvent.Of(institution, InstitutionAct.Registered, null, Caller, time.Utc()));
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"institutions/{institution.Id}", new(institution.Id), institution.Version);
    }
}
