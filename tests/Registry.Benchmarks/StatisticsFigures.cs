using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;
using Registry.Reporting.Facts;
using Registry.Reporting.Model;

namespace Registry.Benchmarks;

/// <summary>A report over a million cases compared with one raw aggregate over the same rows; updating one fact; recounting everything.</summary>
internal static class StatisticsFigures
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;

    public static async Task MeasureAsync(IServiceProvider services, string folder)
    {
        var rebuilt = Stopwatch.GetTimestamp();
        var told = await services.GetRequiredService<RebuildFacts>().RunAsync(default);
        var rebuild = Stopwatch.GetElapsedTime(rebuilt);
        Fill(folder);
        var reader = services.GetRequiredService<ReportReader>();
        var report = ReportCatalog.Find("children")!;
        var year = new Period(new(2026, 1, 1), new(2026, 12, 31));
        var ours = await BestAsync(async () =>
            await reader.ReadAsync(report, report.FindBy("oblast")!, year, DataScope.Republic, null, default)
        );
        using var db = Open(folder);
        var raw = await BestAsync(() =>
        {
            using var command = db.CreateCommand();
            command.CommandText =
                "SELECT SUBSTR(District, 1, 5), SUM(Conclusion = 'in-difficult-situation'), SUM(Conclusion = 'in-difficult-situation' AND Sex = 'female'), SUM(Conclusion = 'in-difficult-situation' AND Sex = 'male'), SUM(Conclusion = 'in-difficult-situation' AND Disability = 1), SUM(Conclusion = 'in-difficult-situation' AND ParentsAbroad = 1), SUM(Conclusion = 'at-risk'), SUM(Conclusion IS NULL), SUM(Risk IN ('high', 'critical')) FROM reporting_cases WHERE Since <= '2026-12-31' AND Until > '2026-12-31' AND Counted = 1 GROUP BY 1";
            using var rows = command.ExecuteReader();
            while (rows.Read()) { }
            return Task.CompletedTask;
        });
        var update = await BestAsync(() => UpdateAsync(services));
        Console.WriteLine($"\n| statistics of the republic, {Rows:N0} counted cases | ms |\n|---|---|");
        Console.WriteLine(
            $"| one raw aggregate | {raw:F0} |\n| report by oblast with its total | {ours:F0} |\n| ratio (goal 2.00) | {ours / raw:F2} |"
        );
        Console.WriteLine($"| one fact counted, durably | {update:F1} |\n| {told:N0} facts rebuilt | {rebuild.TotalMilliseconds:F0} |");
        Console.WriteLine($"| opening {Rows:N0} codes, were they under the veil | {Opened():F0} |");
    }

    /// <summary>What a figure would cost besides reading its rows, if codes were under the veil (ADR 49).</summary>
    private static double Opened()
    {
        var key = KeyStore.NewKey();
        var row = Guid.CreateVersion7();
        var code = Cipher.Seal(key, KeyStore.Veil, new(row), "code", "\"violence\""u8);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rows; i++)
            Cipher.Open(key, KeyStore.Veil, new(row), "code", code);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Fill(string folder)
    {
        using var db = Open(folder);
        using var command = db.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO reporting_cases (Id, Since, Until, ChildId, Number, Territory, District, FoundDistrict, FoundOn, OpenedOn, Status, Conclusion, Counted, Sex, AgeBand, Disability, ParentsAbroad, Completeness)
            SELECT printf('%08X-0000-7000-8000-000000000000', i), '2026-05-06', '9999-12-31', printf('%08X-0000-7000-8000-000000000000', i), printf('N-%d', i),
                printf('417%02d205000000', 2 + i % 7), printf('417%02d205', 2 + i % 7), printf('417%02d205', 2 + i % 7), '2026-05-05', '2026-05-06', 'assessed', CASE i % 4 WHEN 0 THEN 'at-risk' ELSE 'in-difficult-situation' END, 1,
                CASE i % 2 WHEN 0 THEN 'female' ELSE 'male' END, '7-14', i % 10 = 0, i % 5 = 0, 80 FROM n
            """;
        command.ExecuteNonQuery();
    }

    private static async Task UpdateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var id = Guid.CreateVersion7();
        await scope
            .ServiceProvider.GetRequiredService<FactWriter>()
            .ApplyAsync(
                new Contracts.CaseFact(
                    id,
                    "N",
                    new(2026, 1, 2),
                    null,
                    [new(new(2026, 1, 2), new(id, new(2026, 1, 1), "41702205000000"))],
                    [new(new(2026, 1, 2), new(Contracts.CaseStatus.Opened, "41702205000000"))]
                ),
                default
            );
        await scope.ServiceProvider.GetRequiredService<Registry.Reporting.Model.ReportingDbContext>().SaveChangesAsync();
    }

    private static async Task<double> BestAsync(Func<Task> work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return best;
    }

    private static SqliteConnection Open(string folder)
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")}");
        db.Open();
        return db;
    }
}
