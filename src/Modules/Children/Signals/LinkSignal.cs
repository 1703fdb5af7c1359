using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record LinkSignalRequest(Guid Id, Guid ChildId);

/// <param name="Reopened">The child's case had ended and resumes because of this report.</param>
internal sealed record LinkSignalResponse(Guid ChildId, string CaseNumber, bool Reopened);

internal sealed class LinkSignalValidator : Validator<LinkSignalRequest>
{
    public LinkSignalValidator() => RuleFor(r => r.ChildId).NotEmpty();
}

/// <summary>
/// The signal is about a child already in the Base: it joins that child's case, which resumes if it had ended. The report remains to be
/// processed [19.2] and
/// the child to be assessed with it, counted from the day found [19.3].
/// </summary>
internal sealed class LinkSignalEndpoint(
    ChildrenDbContext db,
    Vault vault,
    AttachmentStore attachments,
    SearchIndex index,
    StatutoryClock clock,
    PurgeSchedule purges,
    Reopening reopening,
    DayFoundConfirmation days,
    TimeProvider time
) : ApiEndpoint<LinkSignalRequest, LinkSignalResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/link");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(LinkSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        var @case =
            await db.FindAnyCaseAsync(request.ChildId, Caller.Scope, ct) ?? throw new DomainException("child.unknown", 400, "childId");
        if (@case.Status is CaseStatus.Voided or CaseStatus.Merged)
            throw new DomainException("case.voided", 409, "childId");
        var old = await vault.OfAsync(signal.ChildId, ct);
        var contents = signal.Open(old);
        var seal = await vault.OfAsync(request.ChildId, ct);
        // the provisional record goes; its key no longer seals anything
        var reported = await db.ReportedChildAsync(signal, ct);
        await purges.ForgetAsync(reported, LapseReason.Merged, ct);
        await index.RemoveAsync(db, reported.Id, ct);
        db.Children.Remove(reported);
        await index.LearnAsync(db, await db.Children.SingleAsync(c => c.Id == request.ChildId, ct), contents, seal, ct);
        await attachments.FollowSignalAsync(signal.Id, old, seal, ct);
        await LookUpRecorder.FollowSignalAsync(db, signal.Id, old, seal, ct);
        db.Publish(new SignalLinked(signal.Id, signal.ChildId, request.ChildId), time);
        signal.LinkTo(@case, contents, seal, time.Today());
        await days.AskAsync(signal, @case, contents.LateBecause, seal, Caller, ct);
        db.SignalNews.Add(SignalNews.Of(signal, time));
        await db.ConcernAsync(signal, @case, ct);
        await db.TellSiblingsAsync(signal, Caller.SpecialistId, time, ct);
        await clock.MeetAsync(db, Step.EnterFoundChild, signal.Id, ct);
        var reopened = @case.Status is CaseStatus.Closed;
        if (reopened)
        {
            await reopening.ReopenAsync(@case, signal.FoundOn, Caller.SpecialistId, time.Today(), ct);
            db.Publish(new CaseReopened(@case.Id, @case.ChildId, time.Today(), Caller.SpecialistId, signal.Id), time);
        }
        else if (!await clock.OwesAsync(db, Step.Assess, @case.Id, ct))
            await clock.StartAsync(db, StatutoryTerm.Assess, signal.FoundOn, @case.Subject(), ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(request.ChildId, @case.Number, reopened), ct);
    }
}
