using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Purging;

/// <summary>The Platform's own tables. Deadlines stay for the reports on terms, tied to no one; open ones lapse, since they are not owed any more.</summary>
public sealed class PlatformSubjects(PlatformDbContext db, TimeProvider time) : SubjectStore<PlatformDbContext>(db)
{
    public override string Name => "platform";

    protected override IEnumerable<SubjectRows> Of(Guid subject)
    {
        var deadlines = Db.Deadlines.Where(d => d.ChildId == subject);
        var open = deadlines.Where(d => d.IsOpen);
        // ids are written as System.Text.Json writes them
        var text = subject.ToString();
        yield return SubjectRows.Of("open-deadlines", open, ct => LapseAsync(open, time.Today(), ct));
        yield return SubjectRows.Of("deadlines", deadlines, ct => UntieAsync(deadlines, ct));
        yield return SubjectRows.Of("confirmations", Db.Confirmations.Where(c => c.ChildId == subject));
        yield return SubjectRows.Of("moved-rows", Db.MovedRows.Where(m => m.ChildId == subject || m.MergedId == subject));
        yield return SubjectRows.Of("outbox", Db.Outbox.Where(m => m.Names.Contains(text) || m.PlainPayload.Contains(text)));
        yield return SubjectRows.Of("findings", Db.Findings.Where(f => f.AboutId == subject));
        yield return SubjectRows.Of("idempotent-answers", Db.IdempotentAnswers.Where(a => a.Subjects!.Contains(text)));
    }

    private static Task<int> LapseAsync(IQueryable<Deadline> open, DateOnly on, CancellationToken ct) =>
        open.ExecuteUpdateAsync(
            d => d.SetProperty(x => x.LapsedOn, on).SetProperty(x => x.LapsedBecause, LapseReason.Purged).SetProperty(x => x.IsOpen, false),
            ct
        );

    private static async Task<int> UntieAsync(IQueryable<Deadline> deadlines, CancellationToken ct)
    {
        var nobody = Ids.Random();
        return await deadlines.ExecuteUpdateAsync(
            d => d.SetProperty(x => x.ChildId, nobody).SetProperty(x => x.AboutId, nobody).SetProperty(x => x.Number, ""),
            ct
        );
    }
}
