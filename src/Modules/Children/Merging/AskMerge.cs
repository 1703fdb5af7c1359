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
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="Id">The child whose card the caller keeps.</param>
/// <param name="OtherNumber">Number of the case in the other district, as given by its holder.</param>
/// <param name="Reason">Why both are one child.</param>
internal sealed record AskMergeRequest(Guid Id, string OtherNumber, string Reason);

internal sealed record AskMergeResponse(Guid Id, DateOnly DueOn);

internal sealed class AskMergeValidator : Validator<AskMergeRequest>
{
    private const int Longest = 40;

    public AskMergeValidator()
    {
        RuleFor(r => r.OtherNumber).NotEmpty().MaximumLength(Longest);
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Asks the authorised body whether cards in two districts are one child's; nothing of the other card is revealed [7.central, 25.1].</summary>
internal sealed class AskMergeEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<AskMergeRequest, AskMergeResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/ask-merge");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("question whether two cards are one child's");
    }

    public override async Task HandleAsync(AskMergeRequest request, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        var child = await db.RegisteredAsync(request.Id, Caller.Scope, ct);
        var other = await OtherAsync(request.OtherNumber.Trim(), child.Id, ct);
        var @case = await db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == child.Id, ct);
        var seal = await vault.OfAsync(child.Id, ct);
        var merge = Merge.Ask(child.Id, other, request.Reason, seal, time.Today(), Caller.SpecialistId);
        db.Add(merge);
        await second.RequestAsync(
            db,
            Decision.MergeAcrossDistricts,
            new(merge.Id, child.Id, @case.Number, child.Territory),
            new(MergeQueries.Reason, request.Reason.Trim(), seal),
            Caller,
            ct
        );
        // owed by the authorised body, not by a specialist
        var about = new DeadlineSubject(merge.Id, @case.Number, child.Id, child.Territory, null);
        var owed = await clock.StartAsync(db, terms.DecideMerge, time.Today(), about, ct);
        db.Publish(new DecisionAwaited(DecisionAbout.Merge, merge.Id, "", @case.Id, child.Id, @case.Number, child.Territory), time);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/merges?childId={child.Id}", new(merge.Id, owed.DueOn), merge.Version);
    }

    /// <exception cref="DomainException"><c>merge.other-unknown</c>, <c>merge.same-card</c>, <c>merge.in-your-territory</c>, <c>merge.asked-already</c></exception>
    private async Task<Guid> OtherAsync(string number, Guid child, CancellationToken ct)
    {
        // a record sealed after an adoption counts as unknown
        var other =
            await db.Cases.Within(DataScope.Republic).FirstOrDefaultAsync(c => c.Number == number, ct)
            ?? throw new DomainException("merge.other-unknown", 409, "otherNumber");
        if (other.ChildId == child)
            throw new DomainException("merge.same-card", 409, "otherNumber");
        if (!await db.Children.AnyAsync(c => c.Id == other.ChildId && c.State == ChildState.Registered, ct))
            throw new DomainException("merge.other-unknown", 409, "otherNumber");
        if (Caller.Scope.Covers(other.Territory))
            throw new DomainException("merge.in-your-territory", 409, "otherNumber");
        // the other district may request the same merge concurrently
        await db.HoldBothAsync(child, other.ChildId, ct);
        var open = db.Merges.Where(m => m.State == MergeState.Asked || m.State == MergeState.Decided);
        if (
            await open.AnyAsync(
                m => (m.ChildId == child && m.OtherId == other.ChildId) || (m.ChildId == other.ChildId && m.OtherId == child),
                ct
            )
        )
            throw new DomainException("merge.asked-already");
        return other.ChildId;
    }
}
