using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Attesting;
using Registry.Platform.Guessing;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Authentication;

/// <summary>What the ways of signing in share.</summary>
internal sealed record DoorParts(
    AccessDbContext Db,
    SecondFactors Factors,
    Guesses Guesses,
    KnownBrowsers Browsers,
    SignInPasses Passes,
    RowMacs Macs,
    TimeProvider Clock
);

/// <summary>What both ways of signing in share [14.5, 15.2]: attempts that are counted before anything is compared, the second factor, the pass to the embedded provider.</summary>
internal abstract class SignInDoor<TRequest>(DoorParts parts) : ApiEndpoint<TRequest, SignInResponse>
    where TRequest : notnull
{
    protected AccessDbContext Db => parts.Db;

    /// <summary>Counts an attempt at a secret; it does not reveal whether there is such an account.</summary>
    /// <exception cref="DomainException">As <see cref="Guesses.CountAsync"/>.</exception>
    protected async Task<Guess> AttemptAsync(GuessDoor door, string target, Guid? account, CancellationToken ct)
    {
        var from = Addresses.Of(HttpContext.Connection.RemoteIpAddress);
        var guess = new Guess(door, target, from, parts.Browsers.Find(HttpContext, account), account);
        await parts.Guesses.CountAsync(guess, ct);
        return guess;
    }

    protected Task ForgiveAsync(Guess guess, CancellationToken ct) => parts.Guesses.ForgiveAsync(guess, ct);

    protected bool NeedsSecondFactor(Account account) => parts.Factors.AreNeededBy(account);

    /// <summary>How somebody signed in, as the journal calls it (ASVS 16.3.1).</summary>
    protected abstract string Way { get; }

    /// <summary>Prompts for the second factor, or checks the answer and admits.</summary>
    protected async Task FinishAsync(
        Account account,
        SecondFactorAnswer answer,
        bool askSecondFactor,
        AuthenticationProperties? outside,
        CancellationToken ct
    )
    {
        IReadOnlyList<string>? recoveryCodes = null;
        if (askSecondFactor)
        {
            if (answer.IsEmpty)
            {
                var asked = await parts.Factors.AskAsync(account, HttpContext, ct);
                await Db.SaveChangesAsync(ct);
                await Send.OkAsync(asked, ct);
                return;
            }
            HttpContext.JournalWay($"{Way}, {answer.Way}");
            var attempt = await AttemptAsync(GuessDoor.Code, account.Id.ToString("N"), account.Id, ct);
            if (!await parts.Factors.AreRightAsync(account, answer, HttpContext, ct))
                throw new DomainException("sign-in.wrong-code", StatusCodes.Status401Unauthorized);
            await ForgiveAsync(attempt, ct);
            recoveryCodes = await parts.Factors.EnrolAsync(account, ct);
        }
        await parts.Passes.GiveAsync(HttpContext, account, outside, ct);
        await Send.OkAsync(new(SignInStep.Done, RecoveryCodes: recoveryCodes), ct);
    }

    /// <exception cref="ChangedRowException">The access, its person or the body was changed bypassing the Base.</exception>
    /// <exception cref="DomainException">Suspended, with the body or alone, expired or not yet valid; 403.</exception>
    protected async Task RequireActiveAsync(Account account, CancellationToken ct)
    {
        // one after the other: each gives the key of the next
        await parts.Macs.RequireAsync(Db, ct, account);
        var person = await Db.Specialists.AsNoTracking().SingleAsync(s => s.Id == account.SpecialistId, ct);
        await parts.Macs.RequireAsync(Db, ct, person);
        var body = await Db.Bodies.AsNoTracking().SingleAsync(b => b.Id == person.BodyId, ct);
        await parts.Macs.RequireAsync(Db, ct, body);
        if (account.StatusOn(parts.Clock.Today(), body.SuspendedAt is not null) is not AccountStatus.Active and var status)
            throw new DomainException(
                status is AccountStatus.BodySuspended ? "sign-in.body-suspended" : $"sign-in.{status.ToString().ToLowerInvariant()}",
                StatusCodes.Status403Forbidden
            );
    }
}
