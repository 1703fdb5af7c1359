using System.Diagnostics;

namespace Registry.Benchmarks;

/// <param name="PerSecond">Good answers a second.</param>
internal sealed record Figures(double PerSecond, double P50, double P99, long Bytes);

/// <summary>Sixteen connections that ask as fast as they are answered.</summary>
internal static class Load
{
    private const int Connections = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    public static async Task<Figures> RunAsync(HttpClient client, Func<Random, HttpRequestMessage> request)
    {
        await PhaseAsync(client, request, WarmUp);
        var (times, bytes) = await PhaseAsync(client, request, Measured);
        times.Sort();
        return new(
            times.Count / Measured.TotalSeconds,
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
