using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record ReviewPlanRequest(Guid Id);

/// <param name="Because">The circumstances that the rule follows from; empty when no rule proposes it any more.</param>
internal sealed record ReviewedMeasure(string Rule, string Need, LocalText Text, IReadOnlyList<string> Because);

/// <param name="PlanId">The newest version that was compared, a draft too; null when there is none.</param>
internal sealed record ReviewPlanResponse(
    Guid? PlanId,
    int? PlanVersion,
    IReadOnlyList<ReviewedMeasure> WouldAdd,
    IReadOnlyList<ReviewedMeasure> WouldDrop
);

/// <summary>What the rules would now add to the newest version of the plan or drop from it, after the changes of [20]. Read-only.</summary>
internal sealed class ReviewPlanEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    IAssessments assessments,
    PlanFormer former,
    RuleCatalog rules,
    Vault vault
) : ApiEndpoint<ReviewPlanRequest, ReviewPlanResponse>
{
    public override void Configure()
    {
        Get("plans/of-child/{id}/review");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ReviewPlanRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var plan = await db
            .Plans.AsNoTracking()
            .Include(p => p.Measures)
            .Where(p => p.CaseId == about.CaseId && p.Status != PlanStatus.Superseded)
            .OrderByDescending(p => p.PlanVersion)
            .FirstOrDefaultAsync(ct);
        var assessment = await assessments.LastAsync(about.CaseId, ct);
        if (plan is null || assessment is null)
        {
            await Send.OkAsync(new(null, null, [], []), ct);
            return;
        }
        var known = await former.CircumstancesAsync(about.ChildId, assessment, ct);
        // what the plan was formed from counts as long as the assessment says it still
        var now = rules.Propose(known).ToDictionary(p => p.Rule.Code);
        var had = plan.Measures.Where(m => m.Rule is not null).Select(m => m.Rule!).ToHashSet();
        var seal = await vault.OfAsync(about.ChildId, ct);
        var dropped = plan.Measures.Where(m => m is { IsRunning: true, Rule: not null } && !now.ContainsKey(m.Rule));
        await Send.OkAsync(
            new(
                plan.Id,
                plan.PlanVersion,
                [.. now.Values.Where(p => !had.Contains(p.Rule.Code)).Select(p => Of(p.Rule, p.Because))],
                [.. dropped.Select(m => new ReviewedMeasure(m.Rule!, m.Need, TextOf(m, m.Open(seal)), []))]
            ),
            ct
        );
    }

    // a removed rule is still shown in the signed words
    private LocalText TextOf(Measure m, MeasureContents said) =>
        said.Signed?.Text ?? rules.Find(m.Rule)?.Measure ?? new(m.Rule!, m.Rule!, m.Rule!);

    private static ReviewedMeasure Of(PlanRule rule, IReadOnlyList<string> because) => new(rule.Code, rule.Need, rule.Measure, because);
}
