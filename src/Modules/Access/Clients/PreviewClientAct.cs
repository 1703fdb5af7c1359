using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Clients;

internal enum ClientAct
{
    Revoke,
    RotateSecret,
}

internal sealed record PreviewClientActRequest(Guid Id, ClientAct Act);

/// <summary>What revoking a system or rotating its secret brings about.</summary>
internal sealed class PreviewClientActEndpoint(AccessDbContext db) : PreviewEndpoint<PreviewClientActRequest>
{
    public override void Configure() => Previews("access/clients/{id}/consequences", Permission.ManageClients, Reach.Administration);

    public override async Task HandleAsync(PreviewClientActRequest request, CancellationToken ct)
    {
        var client = await db.Clients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        var consequence =
            request.Act is ClientAct.Revoke
                ? new Consequence(ConsequenceKind.SystemsStopped, 1)
                : new Consequence(ConsequenceKind.SecretEndsInDays, IntegratorClient.Overlap.Days);
        await ShowAsync(client.Title, canBeUndone: false, [consequence], ct);
    }
}
