using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Registry.Access.Database;
using Registry.Access.Notices;
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
    DatabaseOptions options,
    TimeProvider time
)
{
    internal sealed record Raised(
        Guid AboutId,
        Guid ChildId,
        string Number,
        string Step,
        string Territory,
        Guid? ResponsibleId,
        DateOnly DueOn
    );

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

    /// <summary>Raises every open deadline that is due by a day to a level, in one statement; returns those it raised.</summary>
    internal async Task<List<Raised>> RaiseAsync(int level, DateOnly lastDueOn, CancellationToken ct)
    {
        const string columns = "AboutId, ChildId, Number, Step, Territory, ResponsibleId, DueOn";
        var inserted = string.Join(", ", columns.Split(", ").Select(c => $"inserted.{c}"));
        var sql = reads.Sql().Add("UPDATE {kernel.deadlines} SET EscalationLevel = {}", level);
        if (!options.IsSqlite)
            sql.Add($" OUTPUT {inserted}");
        sql.Add(" WHERE ").IsTrue("IsOpen").Add(" AND DueOn <= {} AND EscalationLevel < {}", lastDueOn, level);
        if (options.IsSqlite)
            sql.Add($" RETURNING {columns}");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql.Text;
        for (var i = 0; i < sql.Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", sql.Values[i]);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        var raised = new List<Raised>();
        while (await reader.ReadAsync(ct))
            raised.Add(Read(reader));
        return raised;
    }

    private async Task TellAsync(EscalationStep step, List<Raised> raised, Recipients recipients, CancellationToken ct)
    {
        // the same responsible specialist and territory lead to the same readers
        var byReader = raised
            .GroupBy(r => (r.ResponsibleId, r.Territory))
            .SelectMany(g =>
                recipients.Of(step.To, g.Key.ResponsibleId, g.Key.Territory).Select(reader => (reader, steps: g.AsEnumerable()))
            )
            .GroupBy(x => x.reader, x => x.steps);
        foreach (var reader in byReader)
        {
            var steps = reader.SelectMany(s => s).ToList();
            var first = steps.MinBy(s => s.DueOn)!;
            // a level is raised once, so the same gathering never comes twice; the moment keeps later ones of the day apart
            var key = $"level:{step.Level}:{time.Utc():yyyyMMddHHmmssfff}";
            var news = new News(step.Kind, key, Count: steps.Count, On: first.DueOn);
            if (steps.Count == 1)
                news = news with { Number = first.Number, AboutId = first.AboutId, ChildId = first.ChildId, Step = first.Step };
            await book.TellAsync([reader.Key], news, ct);
        }
    }

    private static Raised Read(DbDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.IsDBNull(5) ? null : row.GetGuid(5),
            row.GetFieldValue<DateOnly>(6)
        );
}
