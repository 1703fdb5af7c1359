using FastEndpoints;
using FluentValidation;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

/// <param name="Causes">Causes of the difficult situation, codes of the dictionary <c>cause</c> [11.4].</param>
/// <param name="OtherThanProposed">Why the conclusion differs from what the level of risk suggests.</param>
internal sealed record CompleteAssessmentRequest(
    Guid Id,
    Conclusion Conclusion,
    IReadOnlyList<string> Causes,
    string Summary,
    string? OtherThanProposed = null
);

internal sealed class CompleteAssessmentValidator : Validator<CompleteAssessmentRequest>
{
    private const int LongText = 4_000;

    public CompleteAssessmentValidator()
    {
        RuleFor(r => r.Summary).NotEmpty().MaximumLength(LongText);
        RuleFor(r => r.OtherThanProposed).MaximumLength(LongText);
        RuleFor(r => r.Causes).NotNull();
        RuleForEach(r => r.Causes).NotEmpty().MaximumLength(40);
        RuleFor(r => r.Causes)
            .Must((r, causes) => r.Conclusion is not Conclusion.InDifficultSituation || causes is { Count: > 0 })
            .WithErrorCode("assessment.cause-required");
    }
}

/// <summary>Completes the comprehensive assessment [13b.3], which meets the seven working days of [19.3].</summary>
internal sealed class CompleteAssessmentEndpoint(
    AssessmentsDbContext db,
    ICases cases,
    FormCatalog forms,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<CompleteAssessmentRequest, object?>
{
    public override void Configure()
    {
        Post("assessments/{id}/complete");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(CompleteAssessmentRequest request, CancellationToken ct)
    {
        var assessment = await db.FindAssessmentAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(assessment);
        var about = (await cases.OpenCaseInScopeAsync(assessment.ChildId, Caller, ct)).Subject();
        var form = forms.Of(assessment.FormVersion);
        var seal = await vault.OfAsync(assessment.ChildId, ct);
        var contents = assessment.Open(seal);
        RequireAnswers(form, contents);
        var judgement = RiskRule.Judge(form, contents.Answers, contents.Circumstances);
        if (request.Conclusion != RiskRule.Propose(judgement.Level) && string.IsNullOrWhiteSpace(request.OtherThanProposed))
            throw new DomainException("assessment.reason-required", 400, "otherThanProposed");
        var needs = RiskRule.Needs(form, contents.Answers, contents.Circumstances);
        var words = form.Words(contents.Answers);
        var result = new AssessmentResult(judgement, needs, request.Causes, request.Summary, request.OtherThanProposed, words);
        assessment.Write(contents with { Result = result }, seal, Caller.SpecialistId, time.Utc());
        assessment.Complete(judgement.Level, request.Conclusion, request.Causes, time.Today(), Caller.SpecialistId);
        await clock.MeetAsync(db, Step.Assess, assessment.CaseId, ct);
        // a newer assessment replaces the one that the plan was owed for
        foreach (var earlier in new[] { Step.FormPlan, Step.ContinueOrEnd })
            await clock.LapseAsync(db, earlier, assessment.CaseId, LapseReason.AssessmentSuperseded, ct);
        if (request.Conclusion is not Conclusion.NotConfirmed)
            await clock.StartAsync(db, terms.FormPlan, time.Today(), about, ct);
        await clock.KeepOnwardAsync(db, about, ct);
        db.Publish(
            new AssessmentCompleted(
                assessment.CaseId,
                assessment.ChildId,
                assessment.Id,
                assessment.Number,
                assessment.Territory,
                time.Today(),
                judgement.Level,
                request.Conclusion,
                Caller.SpecialistId
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private static void RequireAnswers(AssessmentForm form, AssessmentContents contents)
    {
        var open = form.Questions.FirstOrDefault(q =>
            q.Required
            && q.IsAsked(contents.Answers, contents.Circumstances)
            && string.IsNullOrWhiteSpace(contents.Answers.GetValueOrDefault(q.Code))
        );
        if (open is not null)
            throw new DomainException("assessment.unanswered", 400, $"answers.{open.Code}");
    }
}
