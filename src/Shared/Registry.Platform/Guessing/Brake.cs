using Registry.Platform.Model;

namespace Registry.Platform.Guessing;

/// <summary>How attempts become slower: so many are free in a window, each further one takes twice as long as the one before.</summary>
/// <param name="Longest">No attempt takes longer: whoever is right gets in eventually.</param>
internal sealed record Brake(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Window)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Somebody at one account: five mistakes, then 5, 10, 20 … seconds.</summary>
    private static readonly Brake Pair = new(5, TimeSpan.FromSeconds(5), Quarter, Hour);

    /// <summary>Many machines at one account: enough to make a password of fifteen characters hopeless, too little to keep its owner out for long.</summary>
    private static readonly Brake Target = new(30, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), Hour);

    /// <summary>Anyone who tries codes already knows the password, and there are only a million of them.</summary>
    private static readonly Brake TargetOfCodes = new(10, TimeSpan.FromSeconds(5), Quarter, Hour);

    /// <summary>A whole ministry may be behind one address.</summary>
    private static readonly Brake Address = new(100, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), Quarter);

    /// <summary>Five attempts a second by strangers, when there were many wrong ones.</summary>
    private static readonly Brake All = new(1_000, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200), Quarter);

    public static Brake Of(GuessDoor door, GuessWidth width) =>
        width switch
        {
            GuessWidth.Pair => Pair,
            GuessWidth.Target => door is GuessDoor.Code ? TargetOfCodes : Target,
            GuessWidth.Address => Address,
            _ => All,
        };
}
