using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SealedRecords;

internal sealed record EndSealedReaderRequest(Guid Id);

/// <summary>Ends a person's access to the records of adopted children, or an unconfirmed naming; at once, and one person is enough.</summary>
internal sealed class EndSealedReaderEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<EndSealedReaderRequest, object?>
{
    public override void Configure()
    {
        Post("access/sealed-readers/{id}/end");
        Guarded(Permission.NameSealedReaders, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(EndSealedReaderRequest request, CancellationToken ct)
    {
        var reader = await db.SealedReaders.FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(reader.SpecialistId);
        HttpContext.Expect(reader);
        reader.End(Caller.SpecialistId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
