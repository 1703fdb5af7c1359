using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <summary>Detaches a signal from the wrong child: it names a child of its own again, and its clocks continue from its own day [19].</summary>
internal sealed class SignalLeaving(
    ChildrenDbContext db,
    Vault vault,
    SearchIndex index,
    AttachmentStore attachments,
    StatutoryClock clock,
    TimeProvider time
)
{
    /// <param name="responsible">Who owes its steps from now on.</param>
    public async Task LeaveAsync(Signal signal, CorrectionKind why, string reason, Guid by, Guid responsible, CancellationToken ct)
    {
        // requests about it concerned the other child
        await db.CallOffAsync(c => c.AboutId == signal.Id, LapseReason.Voided, time, ct);
        await clock.LapseAsync(db, Step.CorrectDayFound, signal.Id, LapseReason.Voided, ct);
        var before = await vault.OfAsync(signal.ChildId, ct);
        var own = await vault.NewSubjectAsync(ct);
        var contents = signal.Open(before).With(new(why, time.Utc(), by, reason)) with { NoAssessment = null, DayFound = null };
        signal.Leave(contents, own);
        var child = Child.Report(signal, contents.Child, own);
        db.Add(child);
        child.CallToo(OtherNames.Of(contents), own);
        await index.AddAsync(db, child, contents.Child.AsIdentity(), own, ct);
        await attachments.FollowSignalAsync(signal.Id, before, own, ct);
        await LookUpRecorder.FollowSignalAsync(db, signal.Id, before, own, ct);
        foreach (var step in await db.Deadlines.Where(d => d.AboutId == signal.Id).ToListAsync(ct))
            step.BelongTo(own.Subject);
        var about = new DeadlineSubject(signal.Id, signal.Number, signal.ChildId, signal.Territory, responsible);
        await clock.ResumeAsync(db, Step.ProcessReport, about, ct);
        if (signal.Source is SignalSource.FoundBySpecialist)
            await clock.ResumeAsync(db, Step.EnterFoundChild, about, ct);
        db.SignalNews.Add(SignalNews.Of(signal, time));
    }
}
