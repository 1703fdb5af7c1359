namespace Registry.Basics;

/// <summary>
/// One policy for whatever is tried again: events, mails, jobs. Pauses double from a minute to a day; after some five days it is a dead letter, which waits for an
/// administrator.
/// </summary>
public static class RetryPolicy
{
    public const int MostAttempts = 16;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <param name="attempts">That failed so far, one at least.</param>
    public static TimeSpan PauseAfter(int attempts) =>
        // two to the eleventh minutes are more than a day
        attempts > 11
            ? LongestPause
            : TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << (attempts - 1), LongestPause.Ticks));

    /// <summary>When to try again; null when it is given up.</summary>
    public static DateTime? NextAt(int attempts, DateTime now) => attempts >= MostAttempts ? null : now + PauseAfter(attempts);
}
