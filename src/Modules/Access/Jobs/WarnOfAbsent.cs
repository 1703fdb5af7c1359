using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Jobs;

/// <summary>
/// Notifies those who watch over a specialist [15.4] that they owe steps and no longer have access to the Base: somebody else must take the children over.
/// Once a week while it lasts, gathered by specialist.
/// </summary>
internal sealed class WarnOfAbsent(AccessDbContext db, NoticeWriter book, HotReads reads, TimeProvider time)
{
    private sealed record Owed(Guid Specialist, string Territory, int Count, DateOnly DueOn);

    public async Task RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var recipients = await Recipients.ReadAsync(db, today, ct);
        var owed = await reads.ListAsync(
            reads
                .Sql()
                .Add("SELECT d.ResponsibleId, d.Territory, COUNT(*), MIN(d.DueOn) FROM {platform.deadlines} d WHERE ")
                .IsTrue("d.IsOpen")
                .Add(" AND d.ResponsibleId IS NOT NULL GROUP BY d.ResponsibleId, d.Territory"),
            row => new Owed(row.Id(0), row.GetString(1), row.GetInt32(2), row.Day(3)),
            ct
        );
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var absent in owed.GroupBy(o => o.Specialist).Where(o => !recipients.OfSpecialist(o.Key).Any()))
            await book.TellAsync(
                absent.SelectMany(o => recipients.Of(Recipient.HeadOfBody, o.Specialist, o.Territory)),
                new(
                    NoticeKind.ResponsibleAbsent,
                    $"{absent.Key:N}:{monday:yyyyMMdd}",
                    AboutId: absent.Key,
                    Count: absent.Sum(o => o.Count),
                    On: absent.Min(o => o.DueOn),
                    Matter: $"absent:{absent.Key:N}"
                ),
                ct
            );
        await db.SaveChangesAsync(ct);
    }
}
