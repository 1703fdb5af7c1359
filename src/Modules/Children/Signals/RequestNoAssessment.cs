using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record RequestNoAssessmentRequest(Guid Id, string Reason);

internal sealed record RequestNoAssessmentResponse(Guid Id);

internal sealed class RequestNoAssessmentValidator : Validator<RequestNoAssessmentRequest>
{
    public RequestNoAssessmentValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>
/// The specialist has processed a further report about an assessed child and explains why no new assessment is needed; it stays owed until
/// the territorial unit consents
/// [19.2, 19.3, 20.9].
/// </summary>
internal sealed class RequestNoAssessmentEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RequestNoAssessmentRequest, RequestNoAssessmentResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/no-assessment");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
        Creates();
    }

    public override async Task HandleAsync(RequestNoAssessmentRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        if (signal.Status is not SignalStatus.Linked)
            throw new DomainException("signal.not-linked");
        var @case = await db.OpenCaseAsync(signal.ChildId, Caller.Scope, ct);
        if (!await db.Deadlines.AnyAsync(d => d.AboutId == @case.Id && d.Step == Step.Assess && d.MetOn != null, ct))
            throw new DomainException("signal.not-assessed");
        if (!await clock.OwesAsync(db, Step.Assess, @case.Id, ct))
            throw new DomainException("signal.nothing-owed");
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var reason = request.Reason.Trim();
        var asked = await second.RequestAsync(
            db,
            Decision.ConsentToEnding,
            new(signal.Id, signal.ChildId, @case.Number, @case.Territory),
            new(NoAssessmentQueries.Purpose, reason, seal),
            Caller,
            ct
        );
        signal.Write(signal.Open(seal) with { NoAssessment = new(reason) }, seal);
        if (@case.InformationOn is not null)
            await clock.MeetAsync(db, Step.ProcessReport, signal.Id, ct);
        var about = new DeadlineSubject(asked.Id, @case.Number, @case.ChildId, @case.Territory, null);
        await clock.StartAsync(db, terms.DecideEnding, time.Today(), about, ct);
        db.Publish(
            new DecisionAwaited(DecisionAbout.NoAssessment, asked.Id, "", @case.Id, @case.ChildId, @case.Number, @case.Territory),
            time
        );
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/signals/{signal.Id}", new(asked.Id), asked.Version);
    }
}
