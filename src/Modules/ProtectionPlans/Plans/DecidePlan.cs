using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Remarks">Required when the plan is returned.</param>
internal sealed record DecidePlanRequest(Guid Id, bool Approve, string? Remarks = null);

internal sealed class DecidePlanValidator : Validator<DecidePlanRequest>
{
    public DecidePlanValidator()
    {
        RuleFor(r => r.Remarks).MaximumLength(4_000);
        RuleFor(r => r.Remarks).NotEmpty().When(r => !r.Approve);
    }
}

/// <summary>The territorial unit approves a plan, which is in force from now on, or returns it with remarks [3].</summary>
internal sealed class DecidePlanEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    SecondPerson second,
    PlanSigner signer,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<DecidePlanRequest, object?>
{
    public override void Configure()
    {
        Post("plans/{id}/decide");
        Guarded(Permission.ApprovePlans, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecidePlanRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        await db.HoldAsync(plan.ChildId, ct);
        if (plan.Status is not PlanStatus.Submitted)
            throw new DomainException("plan.not-submitted");
        await second.RequireAsync(Decision.ApprovePlan, Caller, plan.AskedBy, ct);
        var seal = await vault.OfAsync(plan.ChildId, ct);
        var contents = plan.Open(seal);
        var remark = new PlanRemark(time.Today(), Caller.SpecialistId, request.Approve, request.Remarks ?? "");
        plan.Write(contents with { Remarks = [.. contents.Remarks, remark] }, seal);
        plan.Decide(request.Approve, time.Today(), Caller.SpecialistId);
        await clock.MeetAsync(db, Step.ApprovePlan, plan.CaseId, ct);
        // the author may have transferred the case since
        var responsible = await cases.ResponsibleAsync(plan.ChildId, ct);
        if (request.Approve)
        {
            await signer.SignAsync(plan, seal, ct);
            await PutInForceAsync(plan, responsible, contents.HighRisk, ct);
        }
        else
        {
            var about = Subject(plan, plan.CaseId, responsible);
            await clock.RestartAsync(db, terms.FormPlan, time.Today(), about, LapseReason.PlanSuperseded, ct);
        }
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Plan,
                plan.Id,
                $"{plan.Version:N}",
                plan.CaseId,
                plan.ChildId,
                plan.Number,
                plan.FormedBy,
                request.Approve
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private async Task PutInForceAsync(Plan plan, Guid responsible, bool highRisk, CancellationToken ct)
    {
        var had = new HashSet<Guid?>();
        foreach (
            var before in await db
                .Plans.Include(p => p.Measures)
                .Where(p => p.CaseId == plan.CaseId && p.Status == PlanStatus.InForce && p.Id != plan.Id)
                .ToListAsync(ct)
        )
        {
            had.UnionWith(before.Measures.Where(m => m.IsRunning).Select(m => m.ResponsibleId));
            before.Supersede();
            foreach (var measure in before.Measures)
                await clock.LapseAsync(db, Step.CarryOutMeasure, measure.Id, LapseReason.PlanSuperseded, ct);
        }
        foreach (var measure in plan.Measures.Where(m => m.IsRunning))
        {
            var startedOn = measure.StartedOn ?? time.Today();
            var about = Subject(plan, measure.Id, measure.ResponsibleId);
            var due = await clock.StartAsync(db, PlanTerms.CarryOut(measure.WorkingDays), startedOn, about, ct);
            measure.Start(startedOn, due.DueOn);
        }
        if (!await db.Visits.AnyAsync(v => v.CaseId == plan.CaseId && v.MadeOn == null && v.CalledOffOn == null, ct))
            await Registry.ProtectionPlans.Model.VisitPlanner.NextAsync(db, clock, terms, plan, responsible, highRisk, time.Today(), ct);
        foreach (var assigned in AssignedMeasures.Of(plan, had))
            db.Publish(assigned, time);
        db.Publish(new PlanApproved(plan.CaseId, plan.ChildId, plan.Id, plan.PlanVersion, time.Today(), Caller.SpecialistId), time);
    }

    private static DeadlineSubject Subject(Plan plan, Guid about, Guid? responsible) =>
        new(about, plan.Number, plan.ChildId, plan.Territory, responsible);
}
