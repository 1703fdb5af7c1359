using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Platform.Keys;

namespace Registry.Access.Authentication;

/// <summary>
/// Hashes and judges passwords. They are compared in normal form C: the same word typed on two keyboards is the same password. A hash is of the password mixed with a key of the
/// key store (<see cref="Pepper"/>) and begins with a marker of it; an older one is rehashed at the next sign-in.
/// </summary>
internal sealed class Passwords
{
    public const int MinLength = 15;
    public const int MaxLength = 200;
    private const char Peppered = '*';
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>The number of hash iterations: PBKDF2 with SHA-512 (ASVS 11.4.2). Only tests use fewer.</summary>
    public const string RoundsSetting = "Registry:SignIn:PasswordRounds";
    public const int Rounds = 210_000;

    private readonly int _rounds;
    private readonly PasswordHasher<Account> _hasher;
    private readonly Pepper _pepper;
    private readonly Lazy<string> _nobody;
    private readonly BreachedPasswords _breached;

    public Passwords(IConfiguration configuration, Pepper pepper)
    {
        _pepper = pepper;
        _breached = new(configuration);
        _rounds = Math.Max(1, configuration.GetValue(RoundsSetting, Rounds));
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = _rounds }));
        _nobody = new(() => Hash(Random()));
    }

    public string Hash(string password) => Peppered + _hasher.HashPassword(null!, _pepper.Mix(Normal(password)));

    /// <summary>True when the password is right. An unknown login takes the same time.</summary>
    public bool IsRight(Account? account, string password) =>
        Verify(account?.PasswordHash ?? _nobody.Value, Normal(password)) && account is not null;

    private bool Verify(string hash, string password) =>
        _hasher.VerifyHashedPassword(null!, hash.TrimStart(Peppered), hash.StartsWith(Peppered) ? _pepper.Mix(password) : password)
            is not PasswordVerificationResult.Failed;

    /// <summary>True for a hash without the key or with fewer rounds than required: it is recomputed while the password is available.</summary>
    public bool IsOutdated(Account account) => !account.PasswordHash.StartsWith(Peppered) || RoundsOf(account.PasswordHash) < _rounds;

    /// <summary>Identity's format: a version, the hash function, and the rounds as a number of four bytes.</summary>
    internal static int RoundsOf(string hash) =>
        BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash.TrimStart(Peppered)).AsSpan(5));

    /// <summary>A random password for the first sign-in, easy to read aloud: four groups of seven, 138 bits (ASVS 11.5.1).</summary>
    public static string Random() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 7)));

    /// <param name="own">Login and the parts of the person's name.</param>
    /// <exception cref="DomainException">The password is too short or long, too simple, common, or holds the login or name; 400 at the field.</exception>
    public static void Judge(string password, IEnumerable<string> own, string field)
    {
        var text = Normal(password);
        if (text.Length < MinLength)
            throw new DomainException("password.too-short", 400, field);
        if (text.Length > MaxLength)
            throw new DomainException("field.too-long", 400, field);
        PasswordRules.Judge(text, own, field);
    }

    /// <summary>Judges a new password of an account and enters it.</summary>
    /// <exception cref="DomainException">As <see cref="Judge"/>, <c>password.breached</c> or <c>password.same</c>.</exception>
    public async Task ChooseAsync(AccessDbContext db, Account account, string password, string field, CancellationToken ct)
    {
        var person = await db
            .Specialists.Where(s => s.Id == account.SpecialistId)
            .Select(s => new
            {
                s.Surname,
                s.Name,
                s.Patronymic,
            })
            .FirstAsync(ct);
        Judge(password, [account.Login, person.Surname, person.Name, person.Patronymic ?? ""], field);
        if (_breached.Holds(Normal(password)))
            throw new DomainException("password.breached", 400, field);
        if (IsRight(account, password))
            throw new DomainException("password.same", 400, field);
        account.ChoosePassword(Hash(password));
    }

    private static string Normal(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // half a character: no keyboard types it, and it is compared as it is
            return password;
        }
    }
}
