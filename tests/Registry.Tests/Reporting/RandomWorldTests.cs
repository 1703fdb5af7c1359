using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Reporting.Database;
using Registry.Reporting.Facts;
using Registry.Reporting.Reports;
using Registry.Tests.Host;
using Xunit.Abstractions;

namespace Registry.Tests.Reporting;

/// <summary>Every report, by everything that it can be divided by, over random worlds, against a count by hand.</summary>
[Clause("22.1", "22.2", "22.3", "22.4", "22.5", "22.6", "15.4", "11.5", "14.2")]
public sealed class RandomWorldTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Worlds = 30;
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
        await Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 700], Gen.Int[1, 500], Gen.Int[0, World.Places.Length * 2])
            .SampleAsync(
                async (seed, start, length, where) =>
                {
                    var from = new DateOnly(2025, 1, 1).AddDays(start);
                    var world = await LiveAsync(seed);
                    compared += await CompareAsync(world, from, from.AddDays(length), where);
                },
                iter: Worlds,
                threads: 1
            );
        output.WriteLine($"{Worlds} worlds, {compared} tables, 0 differ");
        Assert.Equal(Worlds * ReportCatalog.All.Sum(r => r.By.Count), compared);
    }

    private async Task<int> CompareAsync(World world, DateOnly from, DateOnly to, int where)
    {
        var (scope, within) =
            where == 0 ? (DataScope.Republic, "")
            : where <= World.Places.Length ? (DataScope.In(World.Places[where - 1]), World.Reaches[where - 1])
            : (
                DataScope.In($"{World.Places[where - World.Places.Length - 1][..5]}000000000"),
                World.Places[where - World.Places.Length - 1][..5]
            );
        var hand = new Recount(world, from, to, _host.Clock.GetUtcNow().UtcDateTime.Day(), within, BodyOf);
        var reader = _host.Service<ReportReader>();
        var tables = 0;
        foreach (var report in ReportCatalog.All)
        foreach (var by in report.By)
        {
            var (rows, total) = hand.Of(report.Code, by.Code);
            var counted = await reader.ReadAsync(report, by, new(from, to), scope, null, default);
            var at = $"{report.Code} by {by.Code}, {from:O}..{to:O} in '{within}'";
            Assert.True(
                total.SequenceEqual(counted.Total.Values.Select(v => v ?? -1)),
                $"{at}: total {Text(total)} / {Text(counted.Total)}"
            );
            Assert.Equal(
                rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{at} {r.Key}: {Text(r.Value)}"),
                counted.Rows.Select(r => $"{at} {r.Key}: {Text(r)}")
            );
            tables++;
        }
        return tables;
    }

    private string BodyOf(Guid? specialist) => specialist is { } id && _bodies.TryGetValue(id, out var body) ? body.ToString("D") : "";

    private static string Text(IEnumerable<long> values) => string.Join(' ', values);

    private static string Text(ReportRow row) => Text(row.Values.Select(v => v ?? -1));

    /// <summary>The world takes the place of what was counted before, told fact by fact.</summary>
    private async Task<World> LiveAsync(int seed)
    {
        var world = await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ReportingDbContext>();
            await db.Signals.ExecuteDeleteAsync();
            await db.Children.ExecuteDeleteAsync();
            await db.CaseCodes.ExecuteDeleteAsync();
            await db.Cases.ExecuteDeleteAsync();
            await db.Assessments.ExecuteDeleteAsync();
            await db.Plans.ExecuteDeleteAsync();
            await db.Closings.ExecuteDeleteAsync();
            await db.Measures.ExecuteDeleteAsync();
            await db.Visits.ExecuteDeleteAsync();
            await db.Institutions.ExecuteDeleteAsync();
            await db.Placements.ExecuteDeleteAsync();
            await db.Deadlines.ExecuteDeleteAsync();
            var calendar = await s.GetRequiredService<StatutoryClock>().CalendarAsync(db, default);
            var made = World.Make(seed, calendar, [.. _bodies.Keys]);
            db.Deadlines.AddRange(made.Deadlines);
            await db.SaveChangesAsync();
            return made;
        });
        foreach (var portion in world.Told.Chunk(7))
            await _host.InScopeAsync(async s =>
            {
                var book = s.GetRequiredService<FactBook>();
                var db = s.GetRequiredService<ReportingDbContext>();
                foreach (var fact in portion)
                {
                    await book.ApplyAsync(fact, default);
                    await db.SaveChangesAsync();
                }
                return 0;
            });
        return world;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}

internal static class Days
{
    /// <summary>The day in Bishkek.</summary>
    public static DateOnly Day(this DateTime utc) => Bishkek.DayOf(utc);
}
