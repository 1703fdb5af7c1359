using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;

namespace Registry.Access.Authentication;

/// <summary>
/// Passkeys as a second factor beside the password: the framework's own handler (ASP.NET Core Identity) queries and judges by WebAuthn, the Base keeps keys and questions.
/// The device's maker is not requested (no attestation).
/// </summary>
internal sealed class DevicePasskeys : IDisposable
{
    /// <summary>No honest device sends more.</summary>
    public const int AnswerMaxLength = 12_000;
    private readonly AccessDbContext _db;
    private readonly OwnWrites _writes;
    private readonly TimeProvider _clock;
    private readonly UserManager<PasskeyUser> _users;
    private readonly PasskeyHandler<PasskeyUser> _handler;

    public DevicePasskeys(
        AccessDbContext db,
        OwnWrites writes,
        IConfiguration configuration,
        TimeProvider clock,
        IServiceProvider services,
        ILogger<UserManager<PasskeyUser>> log
    )
    {
        (_db, _writes, _clock) = (db, writes, clock);
        _users = new(
            new PasskeyStore(db),
            Options.Create(new IdentityOptions()),
            new PasswordHasher<PasskeyUser>(),
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            services,
            log
        );
        var here = new Uri(configuration["Registry:SignIn:Authority"]!);
        _handler = new(
            _users,
            Options.Create(
                new IdentityPasskeyOptions
                {
                    ServerDomain = here.Host,
                    UserVerificationRequirement = "preferred",
                    ResidentKeyRequirement = "discouraged",
                    AttestationConveyancePreference = "none",
                    ValidateOrigin = asked =>
                        ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == here.GetLeftPart(UriPartial.Authority)),
                }
            )
        );
    }

    /// <summary>Requests a new key. The caller saves.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(Account account, HttpContext http)
    {
        var user = new PasskeyUserEntity
        {
            Id = account.Id.ToString("N"),
            Name = account.Login,
            DisplayName = account.Login,
        };
        var asked = await _handler.MakeCreationOptionsAsync(user, http);
        return Question(account.Id, asked.AttestationState!, asked.CreationOptionsJson);
    }

    /// <summary>Requests one of the account's keys; null when it has none. The caller saves.</summary>
    public async Task<PasskeyQuestion?> AskAsync(Account account, HttpContext http, CancellationToken ct)
    {
        if (!await _db.Passkeys.AnyAsync(p => p.AccountId == account.Id, ct))
            return null;
        var asked = await _handler.MakeRequestOptionsAsync(new PasskeyUser(account.Id), http);
        return Question(account.Id, asked.AssertionState!, asked.RequestOptionsJson);
    }

    /// <summary>The new key in an answer; null when the answer is wrong, late or not the first. The caller saves.</summary>
    public async Task<Passkey?> AddAsync(Account account, PasskeyAnswer answer, HttpContext http, CancellationToken ct)
    {
        if (await TakeQuestionAsync(account.Id, answer.Id, ct) is not { } state)
            return null;
        var judged = await _handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer.Credential,
                AttestationState = state,
            }
        );
        if (!judged.Succeeded)
            return null;
        var key = new Passkey
        {
            Id = Ids.New(),
            AccountId = account.Id,
            CredentialId = judged.Passkey.CredentialId,
            CredentialHash = PasskeyStore.HashOf(judged.Passkey.CredentialId),
            PublicKey = judged.Passkey.PublicKey,
            SignCount = judged.Passkey.SignCount,
            IsBackupEligible = judged.Passkey.IsBackupEligible,
            IsBackedUp = judged.Passkey.IsBackedUp,
            AddedAt = _clock.Utc(),
        };
        _db.Passkeys.Add(key);
        return key;
    }

    /// <summary>True when a key of the account signed the question, which is used up by it. Call it before the call's own transaction begins.</summary>
    public async Task<bool> IsRightAsync(Account account, PasskeyAnswer answer, HttpContext http, CancellationToken ct)
    {
        if (await TakeQuestionAsync(account.Id, answer.Id, ct) is not { } state)
            return false;
        var judged = await _handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer.Credential,
                AssertionState = state,
            }
        );
        if (!judged.Succeeded || judged.User.AccountId != account.Id)
            return false;
        var (hash, count, backedUp, now) = (
            PasskeyStore.HashOf(judged.Passkey.CredentialId),
            (long)judged.Passkey.SignCount,
            judged.Passkey.IsBackedUp,
            _clock.Utc()
        );
        // a device that counts never sends the same number twice
        return await _writes.RunAsync(
                db =>
                    db.Passkeys.Where(p => p.AccountId == account.Id && p.CredentialHash == hash && (count == 0 || p.SignCount < count))
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(p => p.SignCount, count)
                                    .SetProperty(p => p.IsBackedUp, backedUp)
                                    .SetProperty(p => p.UsedAt, now),
                            ct
                        ),
                ct
            ) > 0;
    }

    private PasskeyQuestion Question(Guid account, string state, string options)
    {
        var challenge = new PasskeyChallenge
        {
            Id = Ids.New(),
            AccountId = account,
            State = state,
            At = _clock.Utc(),
        };
        _db.PasskeyChallenges.Add(challenge);
        return new(challenge.Id, options);
    }

    /// <summary>Of two answers to one question only one is read.</summary>
    private async Task<string?> TakeQuestionAsync(Guid account, Guid id, CancellationToken ct)
    {
        var asked = _clock.Utc() - PasskeyChallenge.Valid;
        var state = await _db
            .PasskeyChallenges.Where(c => c.Id == id && c.AccountId == account && c.At > asked)
            .Select(c => c.State)
            .FirstOrDefaultAsync(ct);
        var taken =
            state is not null && await _writes.RunAsync(db => db.PasskeyChallenges.Where(c => c.Id == id).ExecuteDeleteAsync(ct), ct) > 0;
        return taken ? state : null;
    }

    public void Dispose() => _users.Dispose();
}
