using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Reporting.Facts;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Xunit.Abstractions;

namespace Registry.Tests.Reporting;

/// <summary>Every report, by every dimension, over random worlds, compared with an independent recount.</summary>
[Clause("22.1", "22.2", "22.3", "22.4", "22.5", "22.6", "15.4", "11.5", "14.2")]
public sealed class RandomWorldTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Worlds = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 300 : 30;
    private readonly RegistryHost _host = new();
    private Dictionary<Guid, Guid> _bodies = [];

    public async Task InitializeAsync() =>
        _bodies = await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Specialists.ToDictionaryAsync(x => x.Id, x => x.BodyId)
        );

    [Fact]
    public async Task Every_report_equals_a_count_by_hand()
    {
        var compared = 0;
        await Asked.SampleAsync(
            async (seed, start, length, where) =>
            {
                var from = new DateOnly(2025, 1, 1).AddDays(start);
                var (world, deadlines) = await LiveAsync(World.Make(seed, [.. _bodies.Keys]), DateOnly.MaxValue);
                compared += await CompareAsync(world, deadlines, from, from.AddDays(length), where);
            },
            iter: Worlds,
            threads: 1
        );
        output.WriteLine($"{Worlds} worlds, {compared} tables, 0 differ");
        Assert.Equal(Worlds * ReportCatalog.All.Sum(r => r.By.Count), compared);
    }

    [Fact]
    public async Task A_figure_of_a_past_day_is_what_it_was_on_that_day_whatever_happened_later()
    {
        var compared = 0;
        await Asked.SampleAsync(
            async (seed, start, length, where) =>
            {
                var from = new DateOnly(2025, 1, 1).AddDays(start);
                var to = from.AddDays(length);
                var (scope, _) = Scope(where);
                var world = World.Make(seed, [.. _bodies.Keys]);
                await LiveAsync(world, DateOnly.MaxValue);
                var today = await TablesAsync(from, to, scope);
                await LiveAsync(world.KnownOn(to), to);
                var then = await TablesAsync(from, to, scope);
                Assert.Equal(then, today);
                compared += then.Count;
            },
            iter: Worlds,
            threads: 1
        );
        output.WriteLine($"{Worlds} worlds, {compared} rows, 0 differ");
        Assert.True(compared > Worlds * 100);
    }

    private static readonly Gen<(int, int, int, int)> Asked = Gen.Select(
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 700],
        Gen.Int[1, 500],
        Gen.Int[0, World.Places.Length * 2]
    );

    /// <summary>Every row of every report; signals entered after the period are excluded, since they were unknown then.</summary>
    private async Task<List<string>> TablesAsync(DateOnly from, DateOnly to, DataScope scope)
    {
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>().Signals.Where(r => r.RegisteredOn > to).ExecuteDeleteAsync()
        );
        var reader = _host.Service<ReportReader>();
        var rows = new List<string>();
        foreach (var report in ReportCatalog.All)
        foreach (var by in report.By)
        {
            var counted = await reader.ReadAsync(report, by, new(from, to), scope, null, default);
            rows.AddRange(counted.Rows.Append(counted.Total).Select(r => $"{report.Code} by {by.Code} {r.Key}: {Text(r)}"));
        }
        return rows;
    }

    private static (DataScope Scope, string Within) Scope(int where)
    {
        if (where == 0)
            return (DataScope.Republic, "");
        var at = (where - 1) % World.Places.Length;
        var oblast = World.Places[at][..5];
        return where > World.Places.Length
            ? (DataScope.In($"{oblast}000000000"), oblast)
            : (DataScope.In(World.Places[at]), World.Reaches[at]);
    }

    private async Task<int> CompareAsync(World world, IReadOnlyList<Deadline> deadlines, DateOnly from, DateOnly to, int where)
    {
        var (scope, within) = Scope(where);
        var today = _host.Clock.GetUtcNow().UtcDateTime.Day();
        var hand = new Recount(world, deadlines, from, to, today, within, BodyOf);
        var reader = _host.Service<ReportReader>();
        var tables = 0;
        foreach (var report in ReportCatalog.All)
        foreach (var by in report.By)
        {
            var (rows, total) = hand.Of(report.Code, by.Code);
            if (by.Code == "month")
                for (var month = new DateOnly(from.Year, from.Month, 1); month <= (to < today ? to : today); month = month.AddMonths(1))
                    rows.TryAdd($"{month:yyyy-MM}", new long[report.Figures.Count]);
            var counted = await reader.ReadAsync(report, by, new(from, to), scope, null, default);
            var at = $"{report.Code} by {by.Code}, {from:O}..{to:O} in '{within}'";
            Assert.True(
                total.SequenceEqual(counted.Total.Values.Select(v => v ?? -1)),
                $"{at}: total {Text(total)} / {Text(counted.Total)}"
            );
            Assert.Equal(
                rows.OrderBy(r => by.Code == "age" ? Array.IndexOf(Ages, r.Key) : 0)
                    .ThenBy(r => r.Key, StringComparer.Ordinal)
                    .Select(r => $"{at} {r.Key}: {Text(r.Value)}"),
                counted.Rows.Select(r => $"{at} {r.Key}: {Text(r)}")
            );
            tables++;
        }
        return tables;
    }

    private static readonly string[] Ages = ["0-7", "7-14", "14-18", "18", ""];

    private string BodyOf(Guid? specialist) => specialist is { } id && _bodies.TryGetValue(id, out var body) ? body.ToString("D") : "";

    private static string Text(IEnumerable<long> values) => string.Join(' ', values);

    private static string Text(ReportRow row) => Text(row.Values.Select(v => v ?? -1));

    /// <summary>Replaces everything counted before with the world, published fact by fact.</summary>
    private async Task<(World, IReadOnlyList<Deadline>)> LiveAsync(World world, DateOnly until)
    {
        var deadlines = await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ReportingDbContext>();
            await db.Signals.ExecuteDeleteAsync();
            await db.ToldChildren.ExecuteDeleteAsync();
            await db.ToldCases.ExecuteDeleteAsync();
            await db.CaseCodes.ExecuteDeleteAsync();
            await db.Cases.ExecuteDeleteAsync();
            await db.Assessments.ExecuteDeleteAsync();
            await db.Plans.ExecuteDeleteAsync();
            await db.Closings.ExecuteDeleteAsync();
            await db.Measures.ExecuteDeleteAsync();
            await db.Visits.ExecuteDeleteAsync();
            await db.Institutions.ExecuteDeleteAsync();
            await db.Placements.ExecuteDeleteAsync();
            await db.Corrections.ExecuteDeleteAsync();
            await db.Deadlines.ExecuteDeleteAsync();
            var owed = world.Deadlines(await s.GetRequiredService<StatutoryClock>().CalendarAsync(db, default), until);
            db.Deadlines.AddRange(owed);
            await db.SaveChangesAsync();
            return owed;
        });
        foreach (var portion in world.Told.Chunk(7))
            await _host.InScopeAsync(async s =>
            {
                var book = s.GetRequiredService<FactWriter>();
                var db = s.GetRequiredService<ReportingDbContext>();
                foreach (var fact in portion)
                {
                    await book.ApplyAsync(fact, default);
                    await db.SaveChangesAsync();
                }
                return 0;
            });
        return (world, deadlines);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}

internal static class Days
{
    /// <summary>The day in Bishkek.</summary>
    public static DateOnly Day(this DateTime utc) => Bishkek.DayOf(utc);
}
