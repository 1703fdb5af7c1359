using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Monitoring;

/// <param name="Seen">Who was seen.</param>
/// <param name="Finding">How the child fares as a whole.</param>
/// <param name="Findings">Domain of the assessment to what was found.</param>
internal sealed record RecordVisitRequest(
    Guid Id,
    DateOnly On,
    string Place,
    string Seen,
    VisitFinding? Finding,
    IReadOnlyDictionary<string, string> Findings,
    string NextStep
);

internal sealed class RecordVisitValidator : Validator<RecordVisitRequest>
{
    public RecordVisitValidator(TimeProvider time)
    {
        RuleFor(r => r.On).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("visit.in-future");
        RuleFor(r => r.Place).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Seen).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Finding).NotNull().IsInEnum();
        RuleFor(r => r.Findings).NotEmpty();
        RuleFor(r => r.NextStep).NotEmpty().MaximumLength(4_000);
    }
}

/// <summary>
/// Records a visit, which meets its step; the next one is planned by the monitoring period [13b.4]. A follow-up after the exit is recorded although
/// the case is closed [11.5].
/// </summary>
internal sealed class RecordVisitEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RecordVisitRequest, object?>
{
    public override void Configure()
    {
        Post("plans/visits/{id}/record");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(RecordVisitRequest request, CancellationToken ct)
    {
        var visit =
            await db.Visits.Within(Caller.Scope).FirstOrDefaultAsync(v => v.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(visit);
        // of two visits recorded concurrently only one plans the next
        await db.HoldAsync(visit.ChildId, ct);
        var about = await cases.AnyCaseInScopeAsync(visit.ChildId, Caller, ct);
        if (about.IsClosed && visit.Kind is not VisitKind.FollowUp)
            throw new DomainException("case.closed");
        var seal = await vault.OfAsync(visit.ChildId, ct);
        var contents = new VisitContents(request.Place, request.Seen, request.Findings, request.NextStep);
        visit.Record(contents, request.Finding!.Value, seal, request.On, Caller.SpecialistId);
        await clock.MeetAsync(db, visit.Step, visit.Id, ct);
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.CaseId == visit.CaseId && p.Status == PlanStatus.InForce, ct);
        if (
            plan is not null
            && visit.Kind is VisitKind.Monitoring
            && !await db.Visits.AnyAsync(v => v.CaseId == visit.CaseId && v.MadeOn == null && v.CalledOffOn == null && v.Id != visit.Id, ct)
        )
            await VisitPlanner.NextAsync(db, clock, terms, plan, about.ResponsibleId, plan.Open(seal).HighRisk, time.Today(), ct);
        if (!about.IsClosed)
            await clock.KeepOnwardAsync(db, about.Subject(), ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
