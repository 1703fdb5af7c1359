using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Access.Accounts;

/// <summary>
/// Until another person of the authorised body is active, the operator of the machine is the second person [5.admin, 8]. It is journalled, and shown to the next
/// person of the authorised body.
/// </summary>
internal static class ConfirmAccessOnMachine
{
    private const string Action = nameof(ConfirmAccessOnMachine);

    /// <param name="login">Of the requested access, or the identifier of another system.</param>
    /// <returns>The one-time password of a new or reset access, or the new secret of a system.</returns>
    /// <exception cref="InvalidOperationException">Nothing is requested, somebody can confirm it in the web admin, or it cannot be carried out.</exception>
    public static async Task<string?> RunAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        var request = await db.AccessRequests.FirstOrDefaultAsync(r => r.Login == login && r.State == ConfirmationState.Requested, ct);
        if (request is null)
            return await ConfirmClientAsync(services, db, login, ct);
        await RequireNoOneElseAsync(services, request.MayBeDecidedBy, ct);
        Write(services, db, request.SpecialistId);
        try
        {
            return await services.GetRequiredService<AccessRequests>().CarryOutAsync(request, null, ct);
        }
        catch (DomainException refusal)
        {
            throw new InvalidOperationException($"It cannot be carried out: {refusal.Code}.", refusal);
        }
    }

    private static async Task<string?> ConfirmClientAsync(
        IServiceProvider services,
        AccessDbContext db,
        string clientId,
        CancellationToken ct
    )
    {
        var client =
            await db.Clients.FirstOrDefaultAsync(c => c.ClientId == clientId && c.AskedBy != null, ct)
            ?? throw new InvalidOperationException($"There is no request about '{clientId}'.");
        await RequireNoOneElseAsync(services, person => person != client.AskedBy, ct);
        Write(services, db, client.Id);
        var secret = client.ConfirmAsked(services.GetRequiredService<TimeProvider>().Utc());
        await services.GetRequiredService<ClientNews>().TellAsync(client, Guid.Empty, ct);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    private static async Task RequireNoOneElseAsync(IServiceProvider services, Predicate<Guid> mayDecide, CancellationToken ct)
    {
        var active = await services.GetRequiredService<Deciders>().ActiveAsync(Decision.ConfirmAccess, ct);
        if (active.Exists(mayDecide))
            throw new InvalidOperationException("Another person of the authorised body is active and confirms it in the web admin.");
    }

    private static void Write(IServiceProvider services, AccessDbContext db, Guid about) =>
        db.Journal.Add(
            new()
            {
                At = services.GetRequiredService<TimeProvider>().Utc(),
                Action = Action,
                Kind = JournalKind.Change.Code(),
                Outcome = 200,
                AboutId = about,
            }
        );
}
