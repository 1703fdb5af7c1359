using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using static Registry.Platform.Data.CodeSql;

namespace Registry.Reporting.Model;

/// <summary>[15.4] Changes to the figures on terms after a period: corrected days, another calendar, and cases opened by mistake.</summary>
internal static class StepCorrections
{
    /// <param name="within">Restricts the steps <c>f</c> to the reader's scope.</param>
    public static async Task<IReadOnlyList<CorrectionNote>> ReadAsync(
        HotReads reads,
        Asked asked,
        Func<Sql, Sql> within,
        CancellationToken ct
    )
    {
        var moved = reads
            .Sql()
            .Add(
                $$"""
                SELECT CASE WHEN {{Is(
                    "m.Because",
                    MoveReason.DayCorrected
                )}} THEN 'date' ELSE 'calendar' END, COUNT(DISTINCT f.Id), MAX(m.At)
                FROM {platform.deadline_moves} m JOIN {platform.deadlines} f ON f.Id = m.DeadlineId
                WHERE m.At >= {} AND (m.[From] BETWEEN {} AND {} OR m.[To] BETWEEN {} AND {})
                    AND (f.LapsedBecause IS NULL OR {{IsNot("f.LapsedBecause", LapseReason.Voided)}})
                """,
                Bishkek.StartOf(asked.To.AddDays(1)),
                asked.From,
                asked.To,
                asked.From,
                asked.To
            );
        var voided = reads
            .Sql()
            .Add(
                $$"""
                SELECT 'void', COUNT(*), MAX(f.LapsedOn) FROM {platform.deadlines} f
                WHERE {{Is("f.LapsedBecause", LapseReason.Voided)}} AND f.LapsedOn > {} AND f.StartedOn <= {} AND f.DueOn BETWEEN {} AND {}
                """,
                asked.To,
                asked.To,
                asked.From,
                asked.To
            );
        return
        [
            .. await reads.ListAsync(
                within(moved).Add(" GROUP BY m.Because ORDER BY m.Because"),
                row => new CorrectionNote(row.GetString(0), row.GetInt32(1), Bishkek.DayOf(row.GetDateTime(2))),
                ct
            ),
            .. await reads.ListAsync(
                within(voided).Add(" HAVING COUNT(*) > 0"),
                row => new CorrectionNote(row.GetString(0), row.GetInt32(1), row.Day(2)),
                ct
            ),
        ];
    }
}
