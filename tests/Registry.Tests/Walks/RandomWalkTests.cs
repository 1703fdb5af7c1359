using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Attesting;
using Registry.Platform.Checks;
using Registry.Platform.Vault;
using Registry.Tests.Host;
using Registry.Tests.Reporting;
using Xunit.Abstractions;

namespace Registry.Tests.Walks;

/// <summary>
/// Random walks over the API through all modules, compared with an independent model of a case's life. <c>REGISTRY_LONG=1</c> walks 10,000 times,
/// <c>REGISTRY_WALKS=n</c> n times (with <c>REGISTRY_WALKS_FROM=m</c> those after the first m), <c>REGISTRY_WALK=seed@day</c> repeats one walk.
/// </summary>
[Clause("7.central", "11.3", "11.5", "13a", "13b.4", "14.2", "15.4", "17.1", "19.1", "19.2", "19.3", "20", "20.9")]
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int InCi = 150;
    private const int Long = 10_000;

    /// <summary>Walks per host: its days stay within the accounts' year (250 have gone beyond it).</summary>
    private const int PerHost = 200;
    private static readonly int FirstSeed = 1_600_000 + int.Parse(Setting("REGISTRY_WALKS_FROM") ?? "0", CultureInfo.InvariantCulture);

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : null;

    [Fact]
    public async Task The_Base_does_what_the_model_of_a_cases_life_says()
    {
        if (Setting("REGISTRY_WALK") is { } again)
        {
            Assert.Null(await AgainAsync(again));
            return;
        }
        var walks =
            Setting("REGISTRY_WALKS") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture)
            : Setting("REGISTRY_LONG") is "1" ? Long
            : InCi;
        var hosts = (walks + PerHost - 1) / PerHost;
        var findings = new List<string>();
        var tried = new Tried();
        await Parallel.ForAsync(
            0,
            hosts,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) },
            async (host, _) =>
            {
                var (found, calls) = await OnOneHostAsync(host * PerHost, Math.Min(PerHost, walks - (host * PerHost)));
                lock (findings)
                {
                    findings.AddRange(found);
                    tried.Add(calls);
                }
            }
        );
        foreach (var line in tried.Lines())
            output.WriteLine(line);
        output.WriteLine(
            $"walks {walks}, calls {tried.Calls}, writes in their states {tried.States}, findings {findings.Count}, first seed {FirstSeed}"
        );
        Assert.True(findings.Count == 0, string.Join("\n\n", findings.Take(12)));
        // a few hundred walks may miss a rare one
        if (walks < Long)
            return;
        // no write is in the table for nothing: each was done and each refused
        var all = AllActs.Table.Select(a => a.Draw.Method.DeclaringType!.Name).ToList();
        Assert.Equal([], all.Except(tried.Done).Except(["AcceptWithNarrowedAccess"]));
        Assert.Equal([], all.Except(tried.Refused).Except(["SendSignal"]));
    }

    private async Task<string?> AgainAsync(string way)
    {
        var (seed, day) = way.Split('@') is [var s, var d] ? (s, d) : (way, null);
        await using var world = await WalkWorld.BeginAsync(
            day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        var tried = new Tried();
        var found = await new Walk(world, int.Parse(seed, CultureInfo.InvariantCulture), tried).GoAsync();
        output.WriteLine(found ?? $"walks 1, calls {tried.Calls}, findings 0");
        return found;
    }

    private static async Task<(List<string> Findings, Tried Tried)> OnOneHostAsync(int first, int count)
    {
        await using var world = await WalkWorld.BeginAsync();
        var (findings, tried, walked) = (new List<string>(), new Tried(), new List<CaseModel>());
        var found = await FoundAsync(world);
        for (var i = 0; i < count; i++)
        {
            var walk = new Walk(world, FirstSeed + first + i, tried);
            if (await walk.GoAsync() is { } wrong)
                findings.Add(wrong);
            walked.Add(walk.Model);
        }
        if (findings.Count == 0)
            findings.AddRange(await CountAsync(world, walked, found));
        findings.AddRange(await ForgedAsync(world));
        return (findings, tried);
    }

    /// <summary>After any walk, no seal is outside the row it was made for, and every MAC matches its values.</summary>
    private static async Task<IEnumerable<string>> ForgedAsync(WalkWorld world) =>
        await world.Host.InScopeAsync(async s =>
        {
            var wrong = new List<string>();
            foreach (var check in s.GetServices<INightlyCheck>().Where(c => c is SealsCheck or ChangedRowsCheck))
                wrong.AddRange((await check.FindAsync(default)).Select(f => $"{check.Key}: {f.Number} {f.AboutId}"));
            return wrong;
        });

    /// <summary>[22.1] Reported, processed, unfounded and still waiting, by the report of the year.</summary>
    private static async Task<long[]> FoundAsync(WalkWorld world)
    {
        await world.Host.SettleAsync();
        var ministry = await world.Host.SignedInAsync("ministry");
        var report = await ReportAnswers.ReportAsync(ministry, "found", "oblast", "from=2020-01-01&to=2029-12-31");
        return [.. new[] { "signals", "confirmed", "waiting", "unfounded" }.Select(figure => ReportAnswers.Total(report, figure))];
    }

    /// <summary>The counts of the work list and of the report match the model.</summary>
    private static async Task<List<string>> CountAsync(WalkWorld world, List<CaseModel> walked, long[] before)
    {
        var wrong = new List<string>();
        foreach (var person in world.People.Where(p => p.Role is PersonRole.Holder))
        {
            var counts = await person.Browser.GetAsync("/api/children/work-list/counts").JsonAsync();
            var most = counts.GetProperty("most").GetInt32();
            var dues = walked
                .SelectMany(m => m.Steps.Where(s => s.IsOpen && person.Sees(Snapshot.PlaceOf(s))).Select(m.Due))
                .Concat(await OthersAsync(world, walked, person))
                .ToList();
            foreach (
                var (name, expected) in new[]
                {
                    ("late", dues.Count(d => d < world.Today)),
                    ("today", dues.Count(d => d == world.Today)),
                    ("week", dues.Count(d => d >= world.Today && d < world.Today.AddDays(7))),
                    ("all", dues.Count),
                }
            )
                if (counts.GetProperty(name).GetInt32() is var told && told != Math.Min(most, expected))
                    wrong.Add($"work list of {person}, {name}: {told} told, {expected} by the model");
        }
        var signals = walked.SelectMany(m => m.Signals).ToList();
        var now = await FoundAsync(world);
        long[] added =
        [
            signals.Count,
            // children, not reports: two reports about one child are one child
            signals.Where(s => s.State is SignalState.CardOpened or SignalState.Linked).Select(s => s.Case!.Card).Distinct().Count(),
            signals.Count(s => s.State is SignalState.New),
            signals.Count(s => s.State is SignalState.Unfounded),
        ];
        if (!now.SequenceEqual(before.Zip(added, (a, b) => a + b)))
            wrong.Add(
                $"report of the found: {string.Join(' ', now)} told, {string.Join(' ', before)} and {string.Join(' ', added)} by the model"
            );
        return wrong;
    }

    /// <summary>What is owed within the person's reach apart from the walks.</summary>
    private static Task<List<DateOnly>> OthersAsync(WalkWorld world, List<CaseModel> walked, Person person)
    {
        var children = walked.SelectMany(m => m.AllCards).Select(c => c.ChildId).ToHashSet();
        var signals = walked.SelectMany(m => m.Signals).Select(s => s.Id).ToHashSet();
        return world.Host.InScopeAsync(async s =>
            (await s.GetRequiredService<ChildrenDbContext>().Deadlines.AsNoTracking().Where(d => d.IsOpen).ToListAsync())
                .Where(d => !children.Contains(d.ChildId) && !signals.Contains(d.AboutId))
                .Where(d =>
                    person.Reaches.Any(place =>
                        place[^6..] == "000000" ? d.Territory.StartsWith(place[..8], StringComparison.Ordinal) : d.Territory == place
                    )
                )
                .Select(d => d.DueOn)
                .ToList()
        );
    }
}
