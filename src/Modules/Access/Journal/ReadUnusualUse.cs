using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Accounts;
using Registry.Access.Database;
using Registry.Access.Specialists;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Access.Journal;

internal enum UnusualKind
{
    /// <summary>Seals of very many children opened in a day.</summary>
    ManyRecords,

    /// <summary>Much done between 21 and 7 o'clock.</summary>
    OddHours,

    /// <summary>Refused again and again.</summary>
    RepeatedRefusals,

    /// <summary>Tried to sign in although the access had ended or was suspended.</summary>
    AfterExpiry,
}

internal sealed record UnusualUse(DateOnly On, UnusualKind Kind, int Count, Guid AccountId, string Login, string FullName, string? Role);

internal sealed record ReadUnusualUseResponse(IReadOnlyList<UnusualUse> Items);

/// <summary>Use of the last 30 days that somebody should look at [15.6, 28]: many records, odd hours, repeated refusals, tries after the access had ended.</summary>
internal sealed class ReadUnusualUseEndpoint(AccessDbContext db, HotReads reads, TimeProvider time) : ApiEndpoint<ReadUnusualUseResponse>
{
    private const int Days = 30;
    private const int ManyRecords = 300;
    private const int ManyAtOddHours = 20;
    private const int ManyRefusals = 10;

    private sealed record Sums(Guid AccountId, DateOnly On, int Records, int AtOddHours, int Refusals, int AfterExpiry);

    public override void Configure()
    {
        Get("access/journal/unusual");
        Guarded(Permission.ReadJournal, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var found = (await reads.ListAsync(Statement(JournalReader.StartOf(time.Today().AddDays(-Days))), Read, ct))
            .SelectMany(s =>
                new[]
                {
                    (s, Kind: UnusualKind.ManyRecords, Count: s.Records, Least: ManyRecords),
                    (s, Kind: UnusualKind.OddHours, Count: s.AtOddHours, Least: ManyAtOddHours),
                    (s, Kind: UnusualKind.RepeatedRefusals, Count: s.Refusals, Least: ManyRefusals),
                    (s, Kind: UnusualKind.AfterExpiry, Count: s.AfterExpiry, Least: 1),
                }
            )
            .Where(x => x.Count >= x.Least)
            .ToList();
        var ids = found.Select(x => x.s.AccountId).Distinct().ToList();
        var people = await (
            from a in db.Accounts.AsNoTracking()
            where ids.Contains(a.Id)
            join s in db.Specialists on a.SpecialistId equals s.Id
            select new { a, s }
        ).ToDictionaryAsync(x => x.a.Id, ct);
        await Send.OkAsync(
            new([
                .. found
                    .Where(x => people.ContainsKey(x.s.AccountId))
                    .OrderByDescending(x => x.s.On)
                    .ThenBy(x => x.Kind)
                    .Select(x => UseOf(x.s, x.Kind, x.Count, people[x.s.AccountId].a, people[x.s.AccountId].s)),
            ]),
            ct
        );
    }

    private static UnusualUse UseOf(Sums sums, UnusualKind kind, int count, Account account, Specialist specialist) =>
        new(sums.On, kind, count, account.Id, account.Login, specialist.FullName, account.Role.ToString());

    private Sql Statement(DateTime since) =>
        reads
            .Sql()
            .Add(
                "SELECT x.AccountId, x.OnDay, SUM(x.Records), SUM(x.AtOddHours), SUM(x.Refusals), SUM(x.AfterExpiry) FROM (SELECT COALESCE(e.AccountId, e.AboutId) AS AccountId, "
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
                CASE WHEN e.Action = 'SignIn' AND e.Outcome = 403 AND e.AboutId IS NOT NULL THEN 1 ELSE 0 END AS AfterExpiry
                FROM {kernel.journal_entries} e
                WHERE e.At >= {} AND (e.AccountId IS NOT NULL OR (e.Action = 'SignIn' AND e.AboutId IS NOT NULL))) x
                GROUP BY x.AccountId, x.OnDay
                HAVING SUM(x.Records) >= {} OR SUM(x.AtOddHours) >= {} OR SUM(x.Refusals) >= {} OR SUM(x.AfterExpiry) >= 1
                """,
                since,
                ManyRecords,
                ManyAtOddHours,
                ManyRefusals
            );

    private static Sums Read(DbDataReader row) =>
        new(
            row.GetGuid(0),
            DateOnly.ParseExact(row.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row, 2),
            Number(row, 3),
            Number(row, 4),
            Number(row, 5)
        );

    private static int Number(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);
}
