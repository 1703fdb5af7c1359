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
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="SameChild">Both cards are one child's.</param>
/// <param name="KeepId">The child whose district keeps the card.</param>
internal sealed record DecideMergeRequest(Guid Id, bool? SameChild, Guid? KeepId = null);

internal sealed class DecideMergeValidator : Validator<DecideMergeRequest>
{
    public DecideMergeValidator()
    {
        RuleFor(r => r.SameChild).NotNull();
        RuleFor(r => r.KeepId).NotEmpty().When(r => r.SameChild is true);
    }
}

/// <summary>The authorised body decides whether two cards are one child's and which district's holder keeps the card and merges [7.central].</summary>
internal sealed class DecideMergeEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<DecideMergeRequest, object?>
{
    public override void Configure()
    {
        Post("children/merges/{id}/decide");
        Guarded(Permission.DecideMerges, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideMergeRequest request, CancellationToken ct)
    {
        var merge = await db.FindMergeAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(merge);
        var same = request.SameChild!.Value;
        if (merge.State is MergeState.Asked && same && request.KeepId != merge.ChildId && request.KeepId != merge.OtherId)
            throw new DomainException("merge.keep-one-of-both", 400, "keepId");
        merge.Decide(same ? MergeState.Decided : MergeState.Refused, time.Today(), Caller.SpecialistId);
        var asked = await SecondPerson.FindOpenAsync(db, Decision.MergeAcrossDistricts, merge.Id, ct) ?? throw DomainException.NotFound();
        await second.DecideAsync(asked, same, Caller, ct);
        await clock.MeetAsync(db, Step.DecideMerge, merge.Id, ct);
        if (same)
            await GoOnAsync(merge, request.KeepId!.Value, ct);
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Merge,
                merge.Id,
                "",
                await CaseIdAsync(asked.ChildId, ct),
                asked.ChildId,
                asked.Number,
                asked.RequestedBy,
                same
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    /// <summary>The keeping district's holder owes the choice of the fields.</summary>
    private async Task GoOnAsync(Merge merge, Guid keep, CancellationToken ct)
    {
        if (keep == merge.OtherId)
            merge.KeepOther(await vault.OfAsync(merge.ChildId, ct), await vault.OfAsync(keep, ct));
        var both = new[] { merge.ChildId, merge.OtherId };
        if (await db.Children.Within(Caller.Scope).CountAsync(c => both.Contains(c.Id) && c.State == ChildState.Registered, ct) < 2)
            throw new DomainException("merge.other-unknown");
        var @case = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == keep, ct);
        var about = new DeadlineSubject(merge.Id, @case.Number, keep, @case.Territory, @case.ResponsibleId);
        await clock.StartAsync(db, terms.MergeCards, time.Today(), about, ct);
        db.Publish(
            new DecisionAwaited(
                DecisionAbout.Merge,
                merge.Id,
                "fields",
                @case.Id,
                keep,
                @case.Number,
                @case.Territory,
                @case.ResponsibleId
            ),
            time
        );
    }

    private Task<Guid> CaseIdAsync(Guid child, CancellationToken ct) =>
        db.Cases.WithSpecification(MainCaseFirst.Order).Where(c => c.ChildId == child).Select(c => c.Id).FirstOrDefaultAsync(ct);
}
