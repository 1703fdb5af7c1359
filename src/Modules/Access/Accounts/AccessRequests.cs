using Microsoft.EntityFrameworkCore;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Access.Accounts;

/// <summary>Stores the requests for power over accesses, and carries out the confirmed ones.</summary>
internal sealed class AccessRequests(
    AccessDbContext db,
    AccessRules rules,
    Passwords passwords,
    ITraining training,
    AccessNews news,
    TimeProvider time
)
{
    /// <summary>Records the request and notifies everyone it concerns; the caller saves.</summary>
    /// <exception cref="DomainException"><c>confirmation.requested-already</c></exception>
    public async Task AskAsync(AccessRequest request, CancellationToken ct)
    {
        // a filtered unique index rejects the second of two concurrent ones
        await db.BeginWriteAsync(ct);
        if (await db.AccessRequests.AnyAsync(r => r.SpecialistId == request.SpecialistId && r.State == ConfirmationState.Requested, ct))
            throw new DomainException("confirmation.requested-already");
        db.AccessRequests.Add(request);
        await news.TellAskedAsync(request, ct);
    }

    /// <summary>The requested access is in force with this transaction: the confirmation is part of the registration [26].</summary>
    /// <param name="by">The specialist who confirms; null for the operator of the machine.</param>
    /// <returns>The one-time password of a new or reset access.</returns>
    /// <exception cref="DomainException">The request was decided, the account has changed since, or a rule for accesses no longer holds.</exception>
    public async Task<string?> CarryOutAsync(AccessRequest request, Guid? by, CancellationToken ct)
    {
        request.RequireOpen();
        // hashed before the write begins, so that other writers do not wait for it
        var password = request.Kind is AccessRequestKind.Change ? null : Passwords.Random();
        var hash = password is null ? "" : passwords.Hash(password);
        await db.BeginWriteAsync(ct);
        var account = request.Kind is AccessRequestKind.Grant ? await GrantAsync(request, hash, ct) : await ActOnAsync(request, hash, ct);
        request.Confirm(account.Id, by, time.Utc());
        await db.SaveChangesAsync(ct);
        await news.TellDecidedAsync(request, agreed: true, ct);
        await news.TellOfMachineAsync(ct);
        await db.SaveChangesAsync(ct);
        return password;
    }

    private async Task<Account> GrantAsync(AccessRequest request, string hash, CancellationToken ct)
    {
        var nth = await rules.RequireGrantAsync(request.SpecialistId, request.Login, request.Access, ct);
        var course = await training.OfRequiredAsync(request.Access, request.SpecialistId, ct);
        var account = Account.Grant(request.SpecialistId, request.Access, request.Login, hash, course, nth);
        db.Accounts.Add(account);
        return account;
    }

    private async Task<Account> ActOnAsync(AccessRequest request, string hash, CancellationToken ct)
    {
        var account = await db.Accounts.FirstAsync(a => a.Id == request.AccountId, ct);
        if (account.Version != request.AccountVersion)
            throw new DomainException("access-request.overtaken");
        account.Version = Ids.New();
        if (request.Kind is AccessRequestKind.Change)
        {
            await rules.RequireFitAsync(account.SpecialistId, request.Access, account.Id, ct);
            account.Change(request.Access, await training.OfRequiredAsync(request.Access, account.SpecialistId, ct));
            return account;
        }
        account.ResetPassword(hash, time.Utc());
        if (request.ForgetSecondFactor)
            account.ForgetSecret();
        await db.EndSessionsAsync(account.Id, time.Utc(), ct);
        return account;
    }
}
