using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Web;

namespace Registry.Access.SealedRecords;

internal sealed record ConfirmSealedReaderRequest(Guid Id);

/// <summary>A second person lets a named person open the records of adopted children.</summary>
internal sealed class ConfirmSealedReaderEndpoint(AccessDbContext db, SecondPerson second, TimeProvider time)
    : ApiEndpoint<ConfirmSealedReaderRequest, object?>
{
    public override void Configure()
    {
        Post("access/sealed-readers/{id}/confirm");
        Guarded(Permission.NameSealedReaders, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ConfirmSealedReaderRequest request, CancellationToken ct)
    {
        var reader = await db.SealedReaders.FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(reader.SpecialistId);
        HttpContext.Expect(reader);
        // no one confirms their own access
        await second.RequireAsync(Decision.NameSealedReader, Caller, [reader.NamedBy, reader.SpecialistId], ct);
        reader.Confirm(Caller.SpecialistId, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
