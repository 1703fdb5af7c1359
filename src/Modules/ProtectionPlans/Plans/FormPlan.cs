using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Id">The child.</param>
internal sealed record FormPlanRequest(Guid Id);

internal sealed record FormPlanResponse(Guid Id, int Version, int Measures);

/// <summary>The Base itself forms the individual protection plan from card and assessment [3], or the next version of it after a review.</summary>
internal sealed class FormPlanEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    IAssessments assessments,
    PlanFormer former,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<FormPlanRequest, FormPlanResponse>
{
    public override void Configure()
    {
        Post("plans/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("plan of a case that is not approved yet");
    }

    public override async Task HandleAsync(FormPlanRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        var assessment = await assessments.LastAsync(about.CaseId, ct) ?? throw new DomainException("plan.assessment-first");
        var before = await db
            .Plans.Include(p => p.Measures)
            .Where(p => p.CaseId == about.CaseId)
            .OrderByDescending(p => p.PlanVersion)
            .FirstOrDefaultAsync(ct);
        if (before is { Status: PlanStatus.Draft or PlanStatus.Submitted })
            throw new DomainException("plan.draft-exists");
        var known = await former.CircumstancesAsync(about.ChildId, assessment, ct);
        var seal = await vault.OfAsync(about.ChildId, ct);
        var plan = former.Form(about, assessment, known, before, time.Today(), Caller.SpecialistId, seal);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"plans/{plan.Id}", new(plan.Id, plan.PlanVersion, plan.Measures.Count), plan.Version);
    }
}
