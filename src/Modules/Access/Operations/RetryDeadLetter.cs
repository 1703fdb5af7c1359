using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Operations;

/// <param name="Key">Id of the event or notice, key of the job.</param>
internal sealed record RetryDeadLetterRequest(DeadLetterKind Kind, string Key);

/// <summary>An administrator has a dead letter tried again, at once and then by the same policy.</summary>
internal sealed class RetryDeadLetterEndpoint(AccessDbContext db, DeadLetterOffice office) : ApiEndpoint<RetryDeadLetterRequest, object?>
{
    public override void Configure()
    {
        Post("access/operations/dead-letters/{kind}/{key}/retry");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(RetryDeadLetterRequest request, CancellationToken ct)
    {
        if (Guid.TryParse(request.Key, out var id))
            HttpContext.JournalAbout(id);
        await office.RetryAsync(request.Kind, request.Key, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
