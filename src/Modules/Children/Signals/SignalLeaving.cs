using Registry.Children.Attachments;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Children.Integrators;
using Registry.Children.Search;
using Registry.Contracts;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Signals;

/// <summary>Takes a signal away from a child it is not about: it names a child of its own again, and its clocks go on from its own day [19].</summary>
internal sealed class SignalLeaving(
    ChildrenDbContext db,
    Vault vault,
    SearchIndex index,
    AttachmentBook attachments,
    StatutoryClock clock,
    TimeProvider time
)
{
    public async Task LeaveAsync(Signal signal, CorrectionKind why, string reason, Guid by, CancellationToken ct)
    {
        var before = await vault.OfAsync(signal.ChildId, ct);
        var own = await vault.NewSubjectAsync(ct);
        var contents = signal.Open(before).With(new(why, time.Utc(), by, reason));
        signal.Leave(contents, own);
        var child = Child.Report(signal, contents.Child, own);
        db.Add(child);
        child.CallToo(OtherNames.Of(contents), own);
        await index.AddAsync(db, child, contents.Child.AsIdentity(), own, ct);
        await attachments.FollowSignalAsync(signal.Id, before, own, ct);
        var about = new DeadlineSubject(signal.Id, signal.Number, signal.ChildId, signal.Territory, by);
        await clock.ResumeAsync(db, Step.ProcessReport, about, ct);
        if (signal.Source is SignalSource.FoundBySpecialist)
            await clock.ResumeAsync(db, Step.EnterFoundChild, about, ct);
        db.SignalNews.Add(SignalNews.Of(signal, time));
    }
}
