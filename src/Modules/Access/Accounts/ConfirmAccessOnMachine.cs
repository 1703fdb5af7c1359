using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Access.Rights;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Confirming;
using Registry.Kernel.Time;

namespace Registry.Access.Accounts;

/// <summary>
/// Until another person of the authorised body is active, the operator of the machine is the second person [5.admin, 8]. The journal has it, and the next person of the
/// authorised body is shown it.
/// </summary>
internal static class ConfirmAccessOnMachine
{
    private const string Action = nameof(ConfirmAccessOnMachine);

    /// <param name="login">Of the access that was asked for.</param>
    /// <returns>The one-time password of a new or reset access.</returns>
    /// <exception cref="InvalidOperationException">Nothing is asked for, somebody can confirm it in the web admin, or it cannot be carried out.</exception>
    public static async Task<string?> RunAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        var request =
            await db.AccessRequests.FirstOrDefaultAsync(r => r.Login == login && r.State == ConfirmationState.Requested, ct)
            ?? throw new InvalidOperationException($"Nothing is asked for about the access '{login}'.");
        var active = await services.GetRequiredService<Deciders>().ActiveAsync(Decision.ConfirmAccess, ct);
        if (active.Exists(request.MayBeDecidedBy))
            throw new InvalidOperationException("Another person of the authorised body is active and confirms it in the web admin.");
        db.Journal.Add(
            new()
            {
                At = services.GetRequiredService<TimeProvider>().Utc(),
                Action = Action,
                Kind = JournalKind.Change,
                Outcome = 200,
                AboutId = request.SpecialistId,
            }
        );
        try
        {
            return await services.GetRequiredService<AccessRequests>().CarryOutAsync(request, null, ct);
        }
        catch (DomainException refusal)
        {
            throw new InvalidOperationException($"It cannot be carried out: {refusal.Code}.", refusal);
        }
    }
}
