using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Access.Jobs;

/// <summary>
/// Reminds of steps that fall due and carries overdue ones up the chain [15.4]: one UPDATE per step of the chain, and one notice per reader that gathers all that
/// has come to them. Safe twice, late and on two hosts: whoever raises a deadline's level first notifies, in the same transaction.
/// </summary>
internal sealed class EscalateOverdue(
    AccessDbContext db,
    NoticeWriter book,
    EscalationChain chain,
    StatutoryClock clock,
    HotReads reads,
    TimeProvider time
)
{
    /// <summary>Open deadlines of one responsible specialist and one territory.</summary>
    private sealed record Owed(
        Guid? ResponsibleId,
        string Territory,
        bool OfTheCentre,
        int Late = 0,
        int Soon = 0,
        DateOnly FirstDueOn = default
    )
    {
        /// <param name="key">As the statement returns it: responsible specialist or nothing, territory, whether the centre owes it.</param>
        public static Owed Of(string key) =>
            key.Split('|') is [var responsible, var territory, var centre]
                ? new(responsible.Length == 0 ? null : Guid.Parse(responsible), territory, centre == "1")
                : throw new FormatException("The statement returns three parts.");
    }

    private static readonly string IsOfTheCentre = $"Step IN ({string.Join(", ", StepRules.OfTheCentre.Select(s => $"'{s.Code()}'"))})";

    public async Task RunAsync(CancellationToken ct)
    {
        var calendar = await clock.CalendarAsync(db, ct);
        var recipients = await Recipients.ReadAsync(db, time.Today(), ct);
        foreach (var step in chain.Steps)
        {
            db.ChangeTracker.Clear();
            await db.BeginWriteAsync(ct);
            var raised = await RaiseAsync(step, step.LastDueOn(calendar, time.Today()), ct);
            await TellAsync(step, raised, recipients, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>
    /// Raises every open deadline that is due by a day to a level, in one statement, and returns whose they are. Each row comes as one string that is only looked up: parsing a hundred
    /// thousand rows would cost more than raising them.
    /// </summary>
    private async Task<List<Owed>> RaiseAsync(EscalationStep step, DateOnly lastDueOn, CancellationToken ct)
    {
        var sql = reads.Sql().Add("UPDATE {platform.deadlines} SET EscalationLevel = {}", step.Level);
        sql.Either(
                "",
                $" OUTPUT CONCAT(CONVERT(varchar(32), inserted.ResponsibleId, 2), '|', inserted.Territory, '|', IIF(inserted.{IsOfTheCentre}, 1, 0))"
            )
            .Add(" WHERE ")
            .IsTrue("IsOpen")
            .Add(" AND DueOn <= {} AND EscalationLevel < {}", lastDueOn, step.Level);
        // overdue deadlines get no reminder: the next step of the chain reports them
        if (step.IsReminder)
            sql.Add(" AND DueOn >= {}", time.Today());
        sql.Either($" RETURNING IFNULL(ResponsibleId, '') || '|' || Territory || '|' || ({IsOfTheCentre})", "");
        await using var command = db.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var raised = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            raised.Add(reader.GetString(0));
        return [.. raised.Select(Owed.Of)];
    }

    /// <summary>All open deadlines that have reached a link of the chain.</summary>
    private async Task<List<Owed>> OpenAsync(EscalationStep step, CancellationToken ct)
    {
        var sql = reads
            .Sql()
            .Add("SELECT o.ResponsibleId, o.Territory, o.Centre, SUM(o.Late), COUNT(*) - SUM(o.Late), MIN(o.DueOn) FROM (")
            .Add($"SELECT ResponsibleId, Territory, DueOn, CASE WHEN {IsOfTheCentre} THEN 1 ELSE 0 END AS Centre, ")
            .Add("CASE WHEN DueOn < {} THEN 1 ELSE 0 END AS Late FROM {platform.deadlines} WHERE ", time.Today())
            .IsTrue("IsOpen")
            .Add(" AND EscalationLevel >= {}) o GROUP BY o.ResponsibleId, o.Territory, o.Centre", chain.FirstLevelOf(step.To));
        // in the transaction that has just raised some
        await using var command = db.Command(sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        var open = new List<Owed>();
        while (await row.ReadAsync(ct))
            open.Add(
                new(
                    row.IsDBNull(0) ? null : row.Id(0),
                    row.GetString(1),
                    row.GetInt32(2) == 1,
                    row.GetInt32(3),
                    row.GetInt32(4),
                    row.Day(5)
                )
            );
        return open;
    }

    /// <summary>Notifies everyone whom new deadlines have reached: one notice for their own steps and one for other people's, each showing current totals.</summary>
    private async Task TellAsync(EscalationStep step, List<Owed> raised, Recipients recipients, CancellationToken ct)
    {
        if (raised.Count == 0)
            return;
        IEnumerable<(Guid Reader, bool IsOwn)> ReadersOf(Owed o)
        {
            var own = recipients.OfSpecialist(o.ResponsibleId).ToHashSet();
            return recipients
                .Of(o.OfTheCentre ? Recipient.Centre : step.To, o.ResponsibleId, o.Territory)
                .Select(r => (r, own.Contains(r)));
        }
        var concerned = raised.SelectMany(ReadersOf).ToHashSet();
        var open = (await OpenAsync(step, ct)).SelectMany(o => ReadersOf(o).Where(concerned.Contains).Select(to => (to, o)));
        foreach (var owed in open.GroupBy(x => x.to, x => x.o))
            await book.TellAsync([owed.Key.Reader], await NewsOfAsync(step, owed.Key.IsOwn, [.. owed], ct), ct);
    }

    private async Task<News> NewsOfAsync(EscalationStep step, bool isOwn, List<Owed> owed, CancellationToken ct)
    {
        var (late, soon) = (owed.Sum(o => o.Late), owed.Sum(o => o.Soon));
        var news = new News(
            late == 0 ? NoticeKind.Reminder
                : isOwn ? NoticeKind.Overdue
                : NoticeKind.Escalated,
            // a deadline reaches a level once, so news never repeats; the timestamp separates runs on one day
            string.Create(CultureInfo.InvariantCulture, $"level:{step.Level}:{time.Utc():yyyyMMddHHmmssfff}"),
            Count: late == 0 ? soon : late,
            On: owed.Min(o => o.FirstDueOn),
            Matter: isOwn ? "own-steps" : "steps-of-others",
            Soon: late == 0 ? 0 : soon
        );
        if (late + soon > 1)
            return news;
        var (only, level) = (owed[0], chain.FirstLevelOf(step.To));
        var deadline = await db
            .Deadlines.AsNoTracking()
            .Where(d => d.IsOpen && d.EscalationLevel >= level && d.DueOn == only.FirstDueOn)
            .Where(d => d.ResponsibleId == only.ResponsibleId && d.Territory == only.Territory)
            .ToListAsync(ct);
        var one = deadline.Single(d => StepRules.OfTheCentre.Contains(d.Step) == only.OfTheCentre);
        return news with { Number = one.Number, AboutId = one.AboutId, ChildId = one.ChildId, Step = one.Step };
    }
}
