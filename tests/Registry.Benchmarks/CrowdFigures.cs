using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Registry.Benchmarks;

/// <summary>
/// The work list of one district while thirty-two callers (five people) queue at one costly call (ADR 39). Four people read the list, with think time; a
/// caller that is refused at the costly call retries after a tenth of a second, far sooner than it should.
/// </summary>
internal static class CrowdFigures
{
    private const int Callers = 32;
    private const int Readers = 4;
    private const int Rounds = 3;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Persons = ["unit.aksuu", "ministry", "central", "police.aksuu", "holder.aksuu"];

    private sealed record Call(string Name, string[] By, Func<HttpRequestMessage> Make);

    public static async Task MeasureAsync(Func<string, Task<HttpClient>> signIn, string password, string card, string day)
    {
        var reader = await signIn("holder.aksuu");
        var persons = new Dictionary<string, HttpClient>();
        foreach (var person in Persons)
            persons[person] = await signIn(person);
        Call[] calls =
        [
            new("`Export`: the work list as a file", Persons, () => new(HttpMethod.Get, "/api/children/work-list/file?format=xlsx")),
            new(
                "`Paper`: a card is printed",
                ["holder.aksuu"],
                () =>
                    Post(
                        $"/api/reporting/papers/of-child/{card}",
                        new
                        {
                            kind = "card",
                            language = "ky",
                            purpose = "Жеке иш",
                        }
                    )
            ),
            new("`Search`: a name", Persons, () => Post("/api/children/search", new { text = "жумаб" })),
            new(
                "`Report`: terms of a year by oblast",
                Persons,
                () => new(HttpMethod.Get, $"/api/reporting/report?report=terms&from={day[..4]}-01-01&to={day}&by=oblast")
            ),
            new("`Upload`: a picture", ["holder.aksuu"], () => Picture(card)),
            new("`Password`: a sign-in", Persons, () => Post("/api/access/sign-in", new { login = "town.aksuu", password })),
        ];
        Console.WriteLine(
            $"\n| 32 callers at | work list alone, p50 ms | beside them, p50 ms | ratio | goal | answered/s | refused/s | else |\n|---|---|---|---|---|---|---|---|"
        );
        await ReadAsync(reader, TimeSpan.FromSeconds(15));
        foreach (var call in calls)
        {
            var rounds = new List<(double Alone, double Beside)>();
            var outcomes = new Dictionary<HttpStatusCode, int>();
            for (var i = 0; i < Rounds; i++)
            {
                var alone = await ReadAsync(reader, Round);
                using var stop = new CancellationTokenSource();
                var crowd = Enumerable
                    .Range(0, Callers)
                    .Select(n => CallAsync(persons[call.By[n % call.By.Length]], call, outcomes, stop.Token))
                    .ToList();
                var beside = await ReadAsync(reader, Round);
                await stop.CancelAsync();
                await Task.WhenAll(crowd);
                rounds.Add((alone, beside));
            }
            var (a, b) = rounds.OrderBy(r => r.Beside / r.Alone).ElementAt(Rounds / 2);
            var seconds = Round.TotalSeconds * Rounds;
            double PerSecond(Func<HttpStatusCode, bool> of) => outcomes.Where(o => of(o.Key)).Sum(o => o.Value) / seconds;
            var others = outcomes.Where(o => !IsGood(o.Key) && !IsRefusal(o.Key)).Select(o => $"{(int)o.Key}: {o.Value}");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {call.Name} | {a:F1} | {b:F1} | {b / a:F2} | 2.00 | {PerSecond(IsGood):F0} | {PerSecond(IsRefusal):F0} | {string.Join(' ', others)} |"
                )
            );
        }
    }

    private static bool IsGood(HttpStatusCode status) => (int)status is >= 200 and < 300;

    private static bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    /// <returns>The median, in milliseconds.</returns>
    private static async Task<double> ReadAsync(HttpClient reader, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var own = new List<double>();
                        while (watch.Elapsed < duration)
                        {
                            var started = Stopwatch.GetTimestamp();
                            using var answer = await reader.GetAsync("/api/children/work-list");
                            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                            own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                            await Task.Delay(Thinking);
                        }
                        return own;
                    })
                )
        );
        var all = times.SelectMany(t => t).Order().ToList();
        return all[all.Count / 2];
    }

    private static async Task CallAsync(HttpClient person, Call call, Dictionary<HttpStatusCode, int> outcomes, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            using var message = call.Make();
            using var answer = await person.SendAsync(message, CancellationToken.None);
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            lock (outcomes)
                outcomes[answer.StatusCode] = outcomes.GetValueOrDefault(answer.StatusCode) + 1;
            if (!answer.IsSuccessStatusCode)
                await Task.Delay(Again, CancellationToken.None);
        }
    }

    private static HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private static HttpRequestMessage Picture(string card)
    {
        // one pixel: the worker is what costs, not the picture
        const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        return Post(
            $"/api/children/cards/{card}/attachments",
            new
            {
                to = "card",
                name = "a.png",
                title = "Сүрөт",
                content = Png,
            }
        );
    }
}
