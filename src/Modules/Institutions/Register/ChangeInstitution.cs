using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record ChangeInstitutionRequest(Guid Id, InstitutionData Institution);

internal sealed class ChangeInstitutionValidator : Validator<ChangeInstitutionRequest>
{
    public ChangeInstitutionValidator() => RuleFor(r => r.Institution).NotNull().SetValidator(new InstitutionDataValidator());
}

/// <summary>Changes or renames an institution; the previous data are kept [5.admin].</summary>
internal sealed class ChangeInstitutionEndpoint(InstitutionsDbContext db, ITerritories territories, TimeProvider time)
    : ApiEndpoint<ChangeInstitutionRequest, object?>
{
    public override void Configure()
    {
        Put("institutions/{id}");
        Guarded(Permission.ManageInstitutions, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ChangeInstitutionRequest request, CancellationToken ct)
    {
        var institution = await db.FindAsync(request.Id, ct);
        HttpContext.Expect(institution);
        await territories.RequireAsync(request.Institution.Territory, ct);
        var before = institution.Data;
        institution.Change(request.Institution);
        db.Add(InstitutionEvent.Of(institution, InstitutionAct.Changed, before, Caller, time.Utc()));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
