using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Registry.Access.Accounts;
using Registry.Kernel;

namespace Registry.Access.SignIn;

/// <summary>Hashes and judges passwords. They are compared in normal form C: the same word typed on two keyboards is the same password.</summary>
internal sealed class Passwords
{
    public const int MinLength = 15;
    public const int MaxLength = 200;
    private const int FewestDifferent = 6;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private static readonly string[] Common =
    [
        "password",
        "qwerty",
        "12345",
        "йцукен",
        "пароль",
        "сырсөз",
        "admin",
        "letmein",
        "iloveyou",
        "кыргызстан",
        "kyrgyzstan",
    ];

    private readonly PasswordHasher<Account> _hasher = new();
    private readonly string _nobody;

    public Passwords() => _nobody = Hash(Random());

    public string Hash(string password) => _hasher.HashPassword(null!, Normal(password));

    /// <summary>True when the password is right. An unknown login costs the same time.</summary>
    public bool IsRight(Account? account, string password) =>
        _hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? _nobody, Normal(password)) is not PasswordVerificationResult.Failed
        && account is not null;

    /// <summary>A random password for the first sign-in, easy to read aloud: four groups of five.</summary>
    public static string Random() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));

    /// <exception cref="DomainException">The password is too short, too simple, common or holds the login.</exception>
    public static void Judge(string password, string login, string field)
    {
        var text = Normal(password);
        var lower = text.ToLowerInvariant();
        if (text.Length < MinLength)
            throw new DomainException("password.too-short", 400, field);
        if (text.Length > MaxLength)
            throw new DomainException("field.too-long", 400, field);
        if (lower.Distinct().Count() < FewestDifferent || lower.Contains(login, StringComparison.Ordinal))
            throw new DomainException("password.too-simple", 400, field);
        // what is left of a common word after its repetition must still be a password
        var rest = Common.Aggregate(lower, (current, word) => current.Replace(word, "", StringComparison.Ordinal));
        if (rest.Length < MinLength / 2)
            throw new DomainException("password.common", 400, field);
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
