using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

/// <param name="Id">The child.</param>
internal sealed record StartAssessmentRequest(Guid Id);

internal sealed record StartAssessmentResponse(Guid Id);

/// <summary>Starts a comprehensive assessment, or a repeated one; what the card knows is answered already [13b.3].</summary>
internal sealed class StartAssessmentEndpoint(AssessmentsDbContext db, ICases cases, FormCatalog forms, Vault vault, TimeProvider time)
    : ApiEndpoint<StartAssessmentRequest, StartAssessmentResponse>
{
    public override void Configure()
    {
        Post("assessments/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("assessment of a case that is not completed");
    }

    public override async Task HandleAsync(StartAssessmentRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        if (about.IsClosed)
            throw new DomainException("assessment.case-closed");
        if (await db.Assessments.AnyAsync(a => a.CaseId == about.CaseId && a.CompletedOn == null, ct))
            throw new DomainException("assessment.draft-exists");
        var form = forms.InForce(time.Today());
        var circumstances = await cases.CircumstancesAsync(about.ChildId, ct);
        var known = form.AnswersFromCard(circumstances);
        var assessment = Assessment.Start(about, form.Version, time.Today(), Caller.SpecialistId);
        assessment.Write(
            new(known, [.. known.Keys], [.. circumstances]),
            await vault.OfAsync(about.ChildId, ct),
            Caller.SpecialistId,
            time.Utc()
        );
        db.Add(assessment);
        await db.TellWorkAsync(assessment, time, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"assessments/{assessment.Id}", new(assessment.Id), assessment.Version);
    }
}
