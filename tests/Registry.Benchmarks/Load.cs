using System.Diagnostics;

namespace Registry.Benchmarks;

/// <param name="PerSecond">Successful answers per second.</param>
internal sealed record Figures(double PerSecond, double P50, double P99, long Bytes);

/// <summary>Sixteen connections that send requests as fast as they are answered.</summary>
internal static class Load
{
    private const int Connections = 16;
    private const int Rounds = 5;

    /// <summary>Until the runtime has fully compiled the hot paths: a server runs for weeks.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Two sides of a comparison, alternating so that machine noise affects both. Each side reports its median round; the ratio is the median of the rounds.
    /// </summary>
    public static async Task<(Figures Ours, Figures ByHand, double Ratio)> CompareAsync(
        (HttpClient Client, Func<Random, HttpRequestMessage> Request) ours,
        (HttpClient Client, Func<Random, HttpRequestMessage> Request) byHand
    )
    {
        await PhaseAsync(byHand.Client, byHand.Request, WarmUp);
        await PhaseAsync(ours.Client, ours.Request, WarmUp);
        var rounds = new List<(Figures Ours, Figures ByHand)>();
        for (var i = 0; i < Rounds; i++)
            rounds.Add((await RoundAsync(ours.Client, ours.Request), await RoundAsync(byHand.Client, byHand.Request)));
        return (
            Median(rounds.Select(r => r.Ours), f => f.PerSecond),
            Median(rounds.Select(r => r.ByHand), f => f.PerSecond),
            Median(rounds.Select(r => r.Ours.PerSecond / r.ByHand.PerSecond), ratio => ratio)
        );
    }

    private static T Median<T>(IEnumerable<T> of, Func<T, double> by) => of.OrderBy(by).ElementAt(Rounds / 2);

    private static async Task<Figures> RoundAsync(HttpClient client, Func<Random, HttpRequestMessage> request)
    {
        var (times, bytes) = await PhaseAsync(client, request, Round);
        times.Sort();
        return new(
            times.Count / Round.TotalSeconds,
            times[times.Count / 2],
            times[(int)(times.Count * 0.99)],
            bytes / Math.Max(times.Count, 1)
        );
    }

    private static async Task<(List<double> Times, long Bytes)> PhaseAsync(
        HttpClient client,
        Func<Random, HttpRequestMessage> request,
        TimeSpan duration
    )
    {
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var random = new Random(n);
                        var times = new List<double>();
                        long bytes = 0;
                        while (watch.Elapsed < duration)
                        {
                            var started = Stopwatch.GetTimestamp();
                            using var message = request(random);
                            using var answer = await client.SendAsync(message);
                            var body = await answer.Content.ReadAsByteArrayAsync();
                            if (!answer.IsSuccessStatusCode)
                                throw new InvalidOperationException(
                                    $"{message.RequestUri}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}"
                                );
                            bytes += body.Length;
                            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                        }
                        return (times, bytes);
                    })
                )
        );
        return ([.. results.SelectMany(r => r.times)], results.Sum(r => r.bytes));
    }
}
