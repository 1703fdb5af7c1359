using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Confirming;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Closings;

internal sealed record DecideClosingRequest(Guid Id, bool Consent, string Remarks);

internal sealed class DecideClosingValidator : Validator<DecideClosingRequest>
{
    public DecideClosingValidator()
    {
        RuleFor(r => r.Remarks).NotEmpty().MaximumLength(4_000);
    }
}

/// <summary>Only the authorised body's territorial unit decides on the end of a case [20.9, 11.5]; an exit has follow-ups in 3 and 6 months.</summary>
internal sealed class DecideClosingEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideClosingRequest, object?>
{
    public override void Configure()
    {
        Post("closings/{id}/decide");
        Guarded(Permission.ConsentToClosing, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideClosingRequest request, CancellationToken ct)
    {
        var closing =
            await db.Closings.Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(closing);
        await db.HoldAsync(closing.ChildId, ct);
        await second.RequireAsync(Decision.ConsentToEnding, Caller, [closing.RequestedBy], ct);
        // a plan may have been sent for approval since the request
        if (request.Consent && closing.Ending is Ending.Stopped)
            await db.RequireNoPlanAsync(closing.CaseId, ct);
        closing.Decide(request.Consent, request.Remarks, await vault.OfAsync(closing.ChildId, ct), time.Today(), Caller.SpecialistId);
        var about = await cases.OpenCaseInScopeAsync(closing.ChildId, Caller, ct);
        await clock.MeetAsync(db, Step.DecideEnding, closing.Id, ct);
        if (!request.Consent)
            await clock.KeepOnwardAsync(db, about.Subject(), ct);
        else
        {
            if (closing.Ending is Ending.LeftDifficultSituation)
                await FollowUpAsync(closing, about, ct);
            db.Publish(new CaseEnded(closing.CaseId, closing.ChildId, closing.Ending, time.Today(), Caller.SpecialistId), time);
        }
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Ending,
                closing.Id,
                "",
                closing.CaseId,
                closing.ChildId,
                closing.Number,
                closing.RequestedBy,
                request.Consent
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private static readonly int[] FollowUpMonths = [3, 6];

    // the requester may have transferred the case since
    private async Task FollowUpAsync(Closing closing, CaseRef about, CancellationToken ct)
    {
        foreach (var months in FollowUpMonths)
        {
            var on = time.Today().AddMonths(months);
            var kind = Registry.ProtectionPlans.Model.VisitKind.FollowUp;
            var visit = Registry.ProtectionPlans.Model.Visit.Plan(
                closing.CaseId,
                closing.ChildId,
                closing.Number,
                about.Territory,
                on,
                kind
            );
            db.Add(visit);
            await clock.StartAsync(db, PlanTerms.FollowUp(time.Today(), on), time.Today(), about.Subject() with { AboutId = visit.Id }, ct);
        }
    }
}
