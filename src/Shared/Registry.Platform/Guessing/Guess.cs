using System.Security.Cryptography;
using System.Text;
using Registry.Platform.Model;

namespace Registry.Platform.Guessing;

/// <summary>One attempt at a secret.</summary>
/// <param name="Target">What is guessed at: a login as it was typed, an account's id, a paper's number.</param>
/// <param name="Address">See <see cref="Registry.Web.Addresses.Of"/>.</param>
/// <param name="Browser">A browser in which the same person was right before: strangers' mistakes never slow it down. Null for strangers.</param>
public sealed record Guess(GuessDoor Door, string Target, string Address, string? Browser = null, Guid? AccountId = null)
{
    /// <summary>The counts that the attempt belongs to, the narrowest first.</summary>
    internal IEnumerable<GuessCount> Counts()
    {
        yield return Count(GuessWidth.Pair, $"{Target}\n{Browser ?? Address}", AccountId, Browser is null ? Address : null);
        if (Browser is not null)
            yield break;
        yield return Count(GuessWidth.Target, Target, AccountId, null);
        yield return Count(GuessWidth.Address, Address, null, Address);
        yield return Count(GuessWidth.All, "", null, null);
    }

    private GuessCount Count(GuessWidth width, string what, Guid? account, string? address) =>
        new()
        {
            Id = new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Door}\n{width}\n{what}")).AsSpan(0, 16)),
            Door = Door,
            Width = width,
            AccountId = account,
            Address = address,
        };
}
