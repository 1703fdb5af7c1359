using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record ReopenInstitutionRequest(Guid Id);

/// <summary>Undoes a closing; both stay in the institution's history [5.admin].</summary>
internal sealed class ReopenInstitutionEndpoint(InstitutionsDbContext db, TimeProvider time)
    : ApiEndpoint<ReopenInstitutionRequest, object?>
{
    public override void Configure()
    {
        Post("institutions/{id}/reopen");
        Guarded(Permission.ManageInstitutions, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ReopenInstitutionRequest request, CancellationToken ct)
    {
        var institution = await db.FindAsync(request.Id, ct);
        HttpContext.Expect(institution);
        institution.Reopen();
        db.Add(InstitutionEvent.Of(institution, InstitutionAct.Reopened, institution.Data, Caller, time.Utc()));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
