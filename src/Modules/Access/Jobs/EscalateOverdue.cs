using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Access.Notices;
using Registry.Contracts;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Access.Jobs;

/// <summary>
/// Reminds of steps that fall due and carries overdue ones up the chain [15.4]: one UPDATE per step of the chain, and one notice per reader that gathers all that
/// came to them. Safe twice, late and on two hosts: who raises a deadline's level first tells, in the same transaction.
/// </summary>
internal sealed class EscalateOverdue(
    AccessDbContext db,
    NoticeBook book,
    EscalationChain chain,
    StatutoryClock clock,
    HotReads reads,
    TimeProvider time
)
{
    /// <summary>The deadlines that one statement raised of one responsible specialist, one territory and one due day.</summary>
    private sealed class Gathering(Guid? responsibleId, string territory, DateOnly dueOn, bool ofTheCentre, Guid firstId)
    {
        public Guid? ResponsibleId => responsibleId;
        public string Territory => territory;
        public DateOnly DueOn => dueOn;
        public bool OfTheCentre => ofTheCentre;
        public Guid FirstId => firstId;
        public int Count { get; set; } = 1;

        /// <param name="key">As the statement tells it: responsible specialist or nothing, territory, due day, whether it is the centre's.</param>
        public static Gathering Of(string key, Guid firstId) =>
            key.Split('|') is [var responsible, var territory, var dueOn, var centre]
                ? new(
                    responsible.Length == 0 ? null : Guid.Parse(responsible),
                    territory,
                    DateOnly.ParseExact(dueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    centre == "1",
                    firstId
                )
                : throw new FormatException("The statement tells four things.");
    }

    public async Task RunAsync(CancellationToken ct)
    {
        var calendar = await clock.CalendarAsync(db, ct);
        var recipients = await Recipients.ReadAsync(db, time.Today(), ct);
        foreach (var step in chain.Steps)
        {
            db.ChangeTracker.Clear();
            await db.BeginWriteAsync(ct);
            var raised = await RaiseAsync(step.Level, step.LastDueOn(calendar, time.Today()), ct);
            await TellAsync(step, raised, recipients, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>
    /// Raises every open deadline that is due by a day to a level, in one statement, and gathers those it raised. Each row comes as one text that is only counted:
    /// taking a hundred thousand rows apart would cost more than raising them.
    /// </summary>
    private async Task<IReadOnlyCollection<Gathering>> RaiseAsync(int level, DateOnly lastDueOn, CancellationToken ct)
    {
        var centre = $"Step IN ({string.Join(", ", StepRules.OfTheCentre.Select(s => $"'{s.Code()}'"))})";
        var sql = reads.Sql().Add("UPDATE {kernel.deadlines} SET EscalationLevel = {}", level);
        sql.Either(
                "",
                $" OUTPUT CONCAT(CONVERT(varchar(32), inserted.ResponsibleId, 2), '|', inserted.Territory, '|', CONVERT(char(10), inserted.DueOn, 23), '|', IIF(inserted.{centre}, 1, 0)), inserted.Id"
            )
            .Add(" WHERE ")
            .IsTrue("IsOpen")
            .Add(" AND DueOn <= {} AND EscalationLevel < {}", lastDueOn, level)
            .Either($" RETURNING IFNULL(ResponsibleId, '') || '|' || Territory || '|' || DueOn || '|' || ({centre}), Id", "");
        await using var command = db.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var raised = new Dictionary<string, Gathering>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            var key = reader.GetString(0);
            if (raised.TryGetValue(key, out var gathering))
                gathering.Count++;
            else
                raised[key] = Gathering.Of(key, reader.Id(1));
        }
        return raised.Values;
    }

    private async Task TellAsync(EscalationStep step, IReadOnlyCollection<Gathering> raised, Recipients recipients, CancellationToken ct)
    {
        var byReader = raised
            .SelectMany(g =>
                recipients.Of(g.OfTheCentre ? Recipient.Centre : step.To, g.ResponsibleId, g.Territory).Select(reader => (reader, steps: g))
            )
            .GroupBy(x => x.reader, x => x.steps);
        foreach (var reader in byReader)
        {
            var first = reader.MinBy(s => s.DueOn)!;
            // a level is raised once, so the same gathering never comes twice; the moment keeps later ones of the day apart
            var key = $"level:{step.Level}:{time.Utc():yyyyMMddHHmmssfff}";
            var news = new News(step.Kind, key, Count: reader.Sum(s => s.Count), On: first.DueOn);
            if (news.Count == 1)
            {
                var only = await db.Deadlines.AsNoTracking().SingleAsync(d => d.Id == first.FirstId, ct);
                news = news with { Number = only.Number, AboutId = only.AboutId, ChildId = only.ChildId, Step = only.Step };
            }
            await book.TellAsync([reader.Key], news, ct);
        }
    }
}
