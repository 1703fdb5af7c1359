using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Integration.Model;
using Registry.Platform.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Integrators;

internal sealed record ReadDisclosedRequest(Guid Id);

/// <summary>
/// Exactly what was disclosed to the calling system, byte for byte as granted [27]; `Repr-Digest` (RFC 9530) carries its SHA-256. Journalled under the
/// child: «who received what» shows it.
/// </summary>
internal sealed class ReadDisclosedEndpoint(IntegrationDbContext db, Vault vault, TimeProvider time)
    : ApiEndpoint<ReadDisclosedRequest, DisclosedContent>
{
    public const string Action = "ReadDisclosed";

    public override void Configure()
    {
        Get("v1/disclosures/{id}");
        Guarded(Permission.ReadDisclosed, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadDisclosedRequest request, CancellationToken ct)
    {
        var disclosure =
            await db
                .Disclosures.AsNoTracking()
                .WithSpecification(new DisclosuresReadableBy(Caller, time.Today()))
                .FirstOrDefaultAsync(d => d.Id == request.Id, ct)
            ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(disclosure.Id);
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == disclosure.Id, ct);
        var content = disclosure.OpenSnapshot(snapshot, await vault.OfAsync(disclosure.ChildId, ct));
        HttpContext.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:";
        await Send.BytesAsync(content, contentType: "application/json; charset=utf-8", cancellation: ct);
    }
}
