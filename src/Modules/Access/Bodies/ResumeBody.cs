using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record ResumeBodyRequest(Guid Id);

/// <summary>Takes the suspension of a body back: its people sign in again, each within the term of their own access [15.2].</summary>
internal sealed class ResumeBodyEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<ResumeBodyRequest, object?>
{
    public override void Configure()
    {
        Post("access/bodies/{id}/resume");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ResumeBodyRequest request, CancellationToken ct)
    {
        var body = await db.Bodies.FirstOrDefaultAsync(b => b.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(body);
        body.Resume();
        db.Publish(new AccessResumed(body.Id), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
