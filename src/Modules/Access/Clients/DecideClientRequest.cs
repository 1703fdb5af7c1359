using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record DecideClientRequestRequest(Guid Id, bool? Confirm);

/// <param name="Secret">Where a new one was requested: shown this once. The requester never sees it.</param>
/// <param name="EarlierUntil">Until then the earlier secret works too.</param>
internal sealed record DecideClientRequestResponse(string? Secret, DateTime? EarlierUntil);

internal sealed class DecideClientRequestValidator : Validator<DecideClientRequestRequest>
{
    public DecideClientRequestValidator() => RuleFor(r => r.Confirm).NotNull();
}

/// <summary>Another person of the authorised body confirms or refuses what another system may learn about children, or its new secret [8, 15.5].</summary>
internal sealed class DecideClientRequestEndpoint(AccessDbContext db, SecondPerson second, ClientNews news, TimeProvider time)
    : ApiEndpoint<DecideClientRequestRequest, DecideClientRequestResponse>
{
    public override void Configure()
    {
        Post("access/clients/{id}/decide");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
        ShowsSecret();
    }

    public override async Task HandleAsync(DecideClientRequestRequest request, CancellationToken ct)
    {
        var client = await db.Clients.FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(client);
        client.RequireAsked();
        await second.RequireAsync(Decision.ConfirmAccess, Caller, [client.AskedBy!.Value], ct);
        string? secret = null;
        if (request.Confirm == true)
            secret = client.ConfirmAsked(time.Utc());
        else
            client.DropAsked();
        await news.TellAsync(client, Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(secret, secret is null ? null : client.EarlierUntil), ct);
    }
}
