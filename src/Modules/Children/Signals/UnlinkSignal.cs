using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record UnlinkSignalRequest(Guid Id, string Reason);

internal sealed class UnlinkSignalValidator : Validator<UnlinkSignalRequest>
{
    public UnlinkSignalValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>The signal was linked to the wrong child: it waits again under a child of its own, its clocks counted from its own day [19.1, 19.2].</summary>
internal sealed class UnlinkSignalEndpoint(
    ChildrenDbContext db,
    SignalLeaving leaving,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<UnlinkSignalRequest, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/unlink");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(UnlinkSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        if (signal.Status is not SignalStatus.Linked)
            throw new DomainException("signal.not-linked");
        var @case = await db.OpenCaseAsync(signal.ChildId, Caller.Scope, ct);
        await TakeBackAssessmentAsync(signal, @case, ct);
        db.Publish(new DataCorrected(@case.ChildId, Correction.Signal, time.Today(), Caller.SpecialistId), time);
        await leaving.LeaveAsync(signal, CorrectionKind.Unlinked, request.Reason.Trim(), Caller.SpecialistId, Caller.SpecialistId, ct);
        await clock.KeepOnwardAsync(db, @case.Subject(), ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    /// <summary>A re-assessment required only by this signal is no longer owed; if another report requires it, it counts from that one's day.</summary>
    private async Task TakeBackAssessmentAsync(Signal signal, Case @case, CancellationToken ct)
    {
        var owed = await db.Deadlines.Where(d => d.AboutId == @case.Id && d.Step == Step.Assess).ToListAsync(ct);
        // the first assessment is owed regardless of linked reports
        if (owed.Find(d => d.IsOpen) is not { } again || again.StartedOn != signal.FoundOn || !owed.Exists(d => d.MetOn is not null))
            return;
        var others = await db.OtherReportsWaitingAsync(signal, await vault.OfAsync(signal.ChildId, ct), ct);
        if (others.Count == 0)
            again.Lapse(LapseReason.Voided, time.Today());
        else
            await clock.RestartAsync(db, Step.Assess, @case.Id, again.StartedOn, others.Min(s => s.FoundOn), ct);
    }
}
