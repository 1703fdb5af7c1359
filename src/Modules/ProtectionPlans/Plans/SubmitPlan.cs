using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record SubmitPlanRequest(Guid Id);

/// <summary>Submits a plan for approval: every need answered, every measure assigned, the family consulted [3, 16].</summary>
internal sealed class SubmitPlanEndpoint(ProtectionPlansDbContext db, Vault vault, StatutoryClock clock, PlanTerms terms, TimeProvider time)
    : ApiEndpoint<SubmitPlanRequest, object?>
{
    public override void Configure()
    {
        Post("plans/{id}/submit");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SubmitPlanRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        plan.RequireDraft();
        var contents = plan.Open(await vault.OfAsync(plan.ChildId, ct));
        var kept = plan.Measures.Where(m => m.Status is not MeasureStatus.Dropped).ToList();
        if (contents.Needs.FirstOrDefault(n => kept.TrueForAll(m => m.Need != n) && !contents.NeedReasons.ContainsKey(n)) is { } unanswered)
            throw new DomainException("plan.need-unanswered", 409, $"needReasons.{unanswered}");
        if (kept.Count == 0)
            throw new DomainException("plan.empty");
        if (kept.FirstOrDefault(m => m.ResponsibleId is null) is { } nobodys)
            throw new DomainException("plan.measure-unassigned", 409, $"measures.{nobodys.Id}");
        if (contents.Family is FamilyConsent.NotAsked)
            throw new DomainException("plan.family-not-asked", 409, "family");
        plan.Submit(time.Today(), Caller.SpecialistId);
        // owed by the unit, not by a particular person
        var about = new DeadlineSubject(plan.CaseId, plan.Number, plan.ChildId, plan.Territory, null);
        foreach (var done in new[] { Step.FormPlan, Step.ContinueOrEnd })
            await clock.MeetAsync(db, done, plan.CaseId, ct);
        await clock.StartAsync(db, terms.ApprovePlan, time.Today(), about, ct);
        db.Publish(
            new DecisionAwaited(DecisionAbout.Plan, plan.Id, $"{plan.Version:N}", plan.CaseId, plan.ChildId, plan.Number, plan.Territory),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
