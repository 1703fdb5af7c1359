using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;

namespace Registry.Assessments.Assessing;

internal sealed record AssessmentView(
    Guid Id,
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    int FormVersion,
    DateOnly StartedOn,
    string? StartedBy,
    DateTime ChangedAt,
    string? ChangedBy,
    DateOnly? CompletedOn,
    string? CompletedBy,
    Risk? Risk,
    Conclusion? Conclusion,
    bool CanEdit,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> FromCard,
    IReadOnlyList<string> Circumstances,
    RiskJudgement Judgement,
    Conclusion Proposed,
    IReadOnlyList<string> Needs,
    AssessmentResult? Result
);

internal static class AssessmentQueries
{
    /// <exception cref="DomainException">404: does not exist or lies outside the scope.</exception>
    public static async Task<Assessment> FindAssessmentAsync(
        this AssessmentsDbContext db,
        Guid id,
        DataScope scope,
        CancellationToken ct
    ) => await db.Assessments.Within(scope).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw DomainException.NotFound();

    /// <summary>Publishes work on an assessment while a report about the child is still to be processed [19.2].</summary>
    public static async Task TellWorkAsync(this AssessmentsDbContext db, Assessment assessment, TimeProvider time, CancellationToken ct)
    {
        if (await db.Deadlines.AnyAsync(d => d.ChildId == assessment.ChildId && d.Step == Step.ProcessReport && d.IsOpen, ct))
            db.Publish(new AssessmentWorkedOn(assessment.CaseId, assessment.ChildId, time.Today()), time);
    }
}
