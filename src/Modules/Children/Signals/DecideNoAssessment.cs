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

/// <param name="Id">The request.</param>
internal sealed record DecideNoAssessmentRequest(Guid Id, bool Consent, string Remarks);

internal sealed class DecideNoAssessmentValidator : Validator<DecideNoAssessmentRequest>
{
    public DecideNoAssessmentValidator() => RuleFor(r => r.Remarks).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>The territorial unit consents to no new assessment for a further report, or the assessment stays owed [19.3, 20.9].</summary>
internal sealed class DecideNoAssessmentEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideNoAssessmentRequest, object?>
{
    public override void Configure()
    {
        Post("children/no-assessments/{id}/decide");
        Guarded(Permission.ConsentToClosing, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideNoAssessmentRequest request, CancellationToken ct)
    {
        var asked =
            await db.NoAssessments().Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct)
            ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        var @case = await db.OpenCaseAsync(asked.ChildId, Caller.Scope, ct);
        await second.DecideAsync(asked, request.Consent, Caller, ct);
        await clock.MeetAsync(db, Step.DecideEnding, asked.Id, ct);
        var signal = await db.Signals.SingleAsync(s => s.Id == asked.AboutId, ct);
        var seal = await vault.OfAsync(asked.ChildId, ct);
        var contents = signal.Open(seal);
        var answer = contents.NoAssessment! with { Consented = request.Consent, Remarks = request.Remarks.Trim() };
        signal.Write(contents with { NoAssessment = answer }, seal);
        // another report may still require the same assessment
        if (request.Consent && (await db.OtherReportsWaitingAsync(signal, seal, ct)).Count == 0)
        {
            await clock.LapseAsync(db, Step.Assess, @case.Id, LapseReason.AssessmentNotNeeded, ct);
            @case.JudgeAsBefore(time.Utc());
        }
        await clock.KeepOnwardAsync(db, @case.Subject(), ct);
        db.Publish(
            new DecisionTaken(
                DecisionAbout.NoAssessment,
                asked.Id,
                "",
                @case.Id,
                @case.ChildId,
                @case.Number,
                asked.RequestedBy,
                request.Consent
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
