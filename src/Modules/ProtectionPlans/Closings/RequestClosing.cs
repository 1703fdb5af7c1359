using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Closings;

/// <param name="Id">The child.</param>
/// <param name="InSpiteOf">Why the case should end although a criterion of the exit does not hold.</param>
internal sealed record RequestClosingRequest(
    Guid Id,
    Ending Ending,
    DateOnly HappenedOn,
    string Reason,
    string? Document = null,
    string? InSpiteOf = null
);

internal sealed record RequestClosingResponse(Guid Id);

internal sealed class RequestClosingValidator : Validator<RequestClosingRequest>
{
    public RequestClosingValidator(TimeProvider time)
    {
        RuleFor(r => r.Ending).IsInEnum();
        RuleFor(r => r.HappenedOn).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("closing.in-future");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(4_000);
        RuleFor(r => r.Document).MaximumLength(500);
        RuleFor(r => r.Document).NotEmpty().When(r => r.Ending is Ending.Adoption or Ending.Death);
        RuleFor(r => r.InSpiteOf).MaximumLength(4_000);
    }
}

/// <summary>Requests to end a case with a reason [11.5, 20.9]; obstacles are shown and explained. Nothing ends before the consent.</summary>
internal sealed class RequestClosingEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    ExitCriteria criteria,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RequestClosingRequest, RequestClosingResponse>
{
    public override void Configure()
    {
        Post("closings/of-child/{id}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("request to end a case that nobody has decided");
    }

    public override async Task HandleAsync(RequestClosingRequest request, CancellationToken ct)
    {
        await db.HoldAsync(request.Id, ct);
        var about = await cases.OpenCaseInScopeAsync(request.Id, Caller, ct);
        if (await db.Closings.AnyAsync(c => c.CaseId == about.CaseId && c.Status == ClosingStatus.Requested, ct))
            throw new DomainException("closing.requested-already");
        if (request.Ending is Ending.Stopped)
            await db.RequireNoPlanAsync(about.CaseId, ct);
        var checks = request.Ending is Ending.LeftDifficultSituation ? await criteria.OfAsync(about, ct) : [];
        if (checks.Any(c => !c.Holds) && string.IsNullOrWhiteSpace(request.InSpiteOf))
            throw new DomainException("closing.criteria-not-met", 409, "inSpiteOf");
        var seal = await vault.OfAsync(about.ChildId, ct);
        var contents = new ClosingContents(request.Reason, request.Document, checks, request.InSpiteOf);
        var closing = Closing.Request(about, request.Ending, request.HappenedOn, contents, seal, time.Today(), Caller.SpecialistId);
        db.Add(closing);
        var subject = new DeadlineSubject(closing.Id, about.Number, about.ChildId, about.Territory, null);
        await clock.MeetAsync(db, Step.ContinueOrEnd, about.CaseId, ct);
        await clock.StartAsync(db, terms.DecideEnding, time.Today(), subject, ct);
        db.Publish(
            new DecisionAwaited(DecisionAbout.Ending, closing.Id, "", about.CaseId, about.ChildId, about.Number, about.Territory),
            time
        );
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"closings?childId={about.ChildId}", new(closing.Id), closing.Version);
    }
}
