using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Children.Signals;

internal sealed record UnlinkSignalRequest(Guid Id, string Reason);

internal sealed class UnlinkSignalValidator : Validator<UnlinkSignalRequest>
{
    public UnlinkSignalValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>The signal was linked to the wrong child: it waits again under a child of its own, with its clocks counted from its own day [19.1, 19.2].</summary>
internal sealed class UnlinkSignalEndpoint(ChildrenDbContext db, SignalLeaving leaving, TimeProvider time)
    : ApiEndpoint<UnlinkSignalRequest, object?>
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
        await leaving.LeaveAsync(signal, CorrectionKind.Unlinked, request.Reason.Trim(), Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    /// <summary>A re-assessment that only this signal asked for is not owed any more.</summary>
    private async Task TakeBackAssessmentAsync(Signal signal, Case @case, CancellationToken ct)
    {
        var owed = await db.Deadlines.Where(d => d.AboutId == @case.Id && d.Step == Step.Assess).OrderBy(d => d.Id).ToListAsync(ct);
        var others = db.Signals.Where(s => s.ChildId == signal.ChildId && s.Id != signal.Id && s.Status == SignalStatus.Linked);
        if (
            owed is [_, .., { IsOpen: true } again]
            && again.StartedOn == signal.FoundOn
            && !await others.AnyAsync(s => s.FoundOn == signal.FoundOn, ct)
        )
            again.Lapse(LapseReason.Voided, time.Today());
    }
}
