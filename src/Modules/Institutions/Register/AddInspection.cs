using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record AddInspectionRequest(Guid Id, DateOnly On, string By, string Findings, DateOnly? MendBy = null);

internal sealed record AddInspectionResponse(Guid Id);

internal sealed class AddInspectionValidator : Validator<AddInspectionRequest>
{
    private const int LongText = 4_000;

    public AddInspectionValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(on => on <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.By).NotEmpty().MaximumLength(Institution.NameMaxLength);
        RuleFor(r => r.Findings).NotEmpty().MaximumLength(LongText);
        RuleFor(r => r.MendBy).Must((r, by) => by is null || by >= r.On).WithErrorCode("inspection.mend-before");
    }
}

/// <summary>Enters an inspection of an institution: who inspected, what was found, by when faults must be remedied [5.admin].</summary>
internal sealed class AddInspectionEndpoint(InstitutionsDbContext db) : ApiEndpoint<AddInspectionRequest, AddInspectionResponse>
{
    public override void Configure()
    {
        Post("institutions/{id}/inspections");
        Guarded(Permission.ManageInstitutions, Reach.Administration, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(AddInspectionRequest request, CancellationToken ct)
    {
        var institution = await db.FindAsync(request.Id, ct);
        var inspection = new Inspection
        {
            Id = Ids.New(),
            InstitutionId = institution.Id,
            On = request.On,
            By = request.By.Trim(),
            Findings = request.Findings.Trim(),
            MendBy = request.MendBy,
        };
        db.Add(inspection);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"institutions/{institution.Id}", new(inspection.Id));
    }
}
