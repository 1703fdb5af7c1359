using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;

namespace Registry.Access.Authentication;

/// <summary>An account as the framework's passkey handler knows it.</summary>
internal sealed record PasskeyUser(Guid AccountId);

/// <summary>Lets the handler read; what it found is written by <see cref="DevicePasskeys"/>.</summary>
internal sealed class PasskeyStore(AccessDbContext db) : IUserPasskeyStore<PasskeyUser>
{
    public static byte[] HashOf(byte[] credentialId) => SHA256.HashData(credentialId);

    /// <summary>Keys of an enrolment that was forgotten since are none.</summary>
    private IQueryable<Passkey> Keys => db.Passkeys.AsNoTracking().Where(p => db.Accounts.Any(a => a.Id == p.AccountId && a.SecondFactor));

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        [.. (await Keys.Where(p => p.AccountId == user.AccountId).ToListAsync(cancellationToken)).Select(InfoOf)];

    public async Task<PasskeyUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = HashOf(credentialId);
        return await db.Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.CredentialHash == hash, cancellationToken) is { } known
            ? new(known.AccountId)
            : null;
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = HashOf(credentialId);
        return
            await Keys.FirstOrDefaultAsync(p => p.AccountId == user.AccountId && p.CredentialHash == hash, cancellationToken) is { } known
            ? InfoOf(known)
            : null;
    }

    private static UserPasskeyInfo InfoOf(Passkey p) =>
        new(
            p.CredentialId,
            p.PublicKey,
            new DateTimeOffset(p.AddedAt, TimeSpan.Zero),
            (uint)p.SignCount,
            null,
            isUserVerified: true,
            p.IsBackupEligible,
            p.IsBackedUp,
            [],
            []
        );

    public Task<string> GetUserIdAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AccountId.ToString("N"));

    public Task<PasskeyUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Guid.TryParse(userId, out var id) ? new PasskeyUser(id) : null);

    public void Dispose() { }

    // accounts are not the framework's to name, make or change
    public Task AddOrUpdatePasskeyAsync(PasskeyUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemovePasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string?> GetUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(PasskeyUser user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string?> GetNormalizedUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(PasskeyUser user, string? normalizedName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(PasskeyUser user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PasskeyUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
