using Registry.Access.Model;
using Registry.Basics;
using Registry.Platform.Guessing;
using Registry.Platform.Model;

namespace Registry.Access.Authentication;

/// <summary>Changing sign-in credentials requires the present password once more. Attempts count by account: they come from an open session.</summary>
internal sealed class PresentPassword(Passwords passwords, Guesses guesses)
{
    private const string FromSession = "session";

    /// <exception cref="DomainException"><c>password.wrong</c> at the field, 400; too many attempts as <see cref="Guesses.CountAsync"/>.</exception>
    public async Task RequireAsync(Account account, string password, CancellationToken ct)
    {
        var attempt = new Guess(GuessDoor.OldPassword, account.Id.ToString("N"), "", FromSession, account.Id);
        await guesses.CountAsync(attempt, ct);
        if (!passwords.IsRight(account, password))
            throw new DomainException("password.wrong", 400, "password");
        await guesses.ForgiveAsync(attempt, ct);
    }
}
