using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record CloseInstitutionRequest(Guid Id, DateOnly On, string Because, string? Confirm = null) : IConfirmed;

internal sealed class CloseInstitutionValidator : Validator<CloseInstitutionRequest>
{
    public CloseInstitutionValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(on => on <= time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.Because).NotEmpty().MaximumLength(Institution.TextMaxLength);
    }
}

/// <summary>An institution is closed once no child lives there; its history stays [5.admin].</summary>
internal sealed class CloseInstitutionEndpoint(InstitutionsDbContext db, TimeProvider time) : ApiEndpoint<CloseInstitutionRequest, object?>
{
    public override void Configure()
    {
        Post("institutions/{id}/close");
        Guarded(Permission.ManageInstitutions, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(CloseInstitutionRequest request, CancellationToken ct)
    {
        var institution = await db.FindAsync(request.Id, ct);
        HttpContext.Expect(institution);
        request.RequireConfirmed(institution.Name);
        await db.HoldAsync(institution.Id, ct);
        if (await db.Placements.AnyAsync(p => p.InstitutionId == institution.Id && p.Until == null, ct))
            throw new DomainException("institution.has-children");
        var before = institution.Data;
        institution.Close(request.On, request.Because);
        db.Add(InstitutionEvent.Of(institution, InstitutionAct.Closed, before, Caller, time.Utc()));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
