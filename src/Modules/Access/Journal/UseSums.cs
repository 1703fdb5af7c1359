using System.Data.Common;
using System.Globalization;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Journal;

/// <summary>What an account did on one day, counted from the journal.</summary>
internal sealed record DayOfUse(Guid AccountId, DateOnly On, int Records, int AtOddHours, int Refusals, int LookUps, int AfterExpiry);

/// <summary>Finds the days of accounts on which something was done more often than work explains.</summary>
internal sealed class UseSums(HotReads reads)
{
    public const int ManyRecords = 300;
    public const int ManyAtOddHours = 20;
    public const int ManyRefusals = 10;
    public const int ManyLookUps = 10;

    public async Task<List<DayOfUse>> SinceAsync(DateOnly day, CancellationToken ct) =>
        await reads.ListAsync(Statement(JournalReader.StartOf(day)), Read, ct);

    private Sql Statement(DateTime since) =>
        reads
            .Sql()
            .Add(
                "SELECT x.AccountId, x.OnDay, SUM(x.Records), SUM(x.AtOddHours), SUM(x.Refusals), SUM(x.LookUps), SUM(x.AfterExpiry) FROM (SELECT COALESCE(e.AccountId, e.AboutId) AS AccountId, "
            )
            .Either("date(e.At, '+6 hours')", "CONVERT(char(10), DATEADD(hour, 6, e.At), 126)")
            .Add(" AS OnDay, COALESCE(")
            .Either("LENGTH(e.Opened)", "DATALENGTH(e.Opened)")
            .Add(" / 16, 0) AS Records, CASE WHEN ")
            .Either("CAST(strftime('%H', e.At, '+6 hours') AS INTEGER)", "DATEPART(hour, DATEADD(hour, 6, e.At))")
            .Add(
                """
                 NOT BETWEEN 7 AND 20 AND e.AccountId IS NOT NULL THEN 1 ELSE 0 END AS AtOddHours,
                CASE WHEN e.Outcome IN (401, 403, 404) AND e.Action <> 'unknown' THEN 1 ELSE 0 END AS Refusals,
                CASE WHEN e.Action = 'AskRegistersOfSignal' OR (e.Action = 'FindDuplicates' AND e.AboutId IS NOT NULL) THEN 1 ELSE 0 END AS LookUps,
                CASE WHEN e.Action = 'SignIn' AND e.Outcome = 403 AND e.AboutId IS NOT NULL THEN 1 ELSE 0 END AS AfterExpiry
                FROM {platform.journal_entries} e
                WHERE e.At >= {} AND (e.AccountId IS NOT NULL OR (e.Action = 'SignIn' AND e.AboutId IS NOT NULL))) x
                GROUP BY x.AccountId, x.OnDay
                HAVING SUM(x.Records) >= {} OR SUM(x.AtOddHours) >= {} OR SUM(x.Refusals) >= {} OR SUM(x.LookUps) >= {} OR SUM(x.AfterExpiry) >= 1
                """,
                since,
                ManyRecords,
                ManyAtOddHours,
                ManyRefusals,
                ManyLookUps
            );

    private static DayOfUse Read(DbDataReader row) =>
        new(
            row.Id(0),
            DateOnly.ParseExact(row.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row, 2),
            Number(row, 3),
            Number(row, 4),
            Number(row, 5),
            Number(row, 6)
        );

    private static int Number(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);
}
