using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Text">As it was signed; before the approval the rule's text in three languages, or the specialist's own words three times.</param>
/// <param name="BodyName">As it was signed; null before the approval, and so is <paramref name="NeedName"/>.</param>
/// <param name="Because">Circumstances that the rule proposed it from.</param>
/// <param name="Ground">Legal ground; null where the specialist added the measure.</param>
internal sealed record MeasureView(
    Guid Id,
    string? Rule,
    int RulesVersion,
    string Need,
    LocalText Text,
    string Body,
    int Priority,
    int WorkingDays,
    MeasureStatus Status,
    Guid? ResponsibleId,
    string? Responsible,
    DateOnly? StartedOn,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    IReadOnlyList<string> Because,
    LocalText? Ground,
    string? DropReason,
    string? Result,
    string? Evidence,
    MeasureObstacle? Obstacle,
    LocalText? BodyName,
    LocalText? NeedName
);

/// <param name="Name">As it was signed; null before the approval.</param>
internal sealed record NeedView(string Need, LocalText? Name, LocalText? Goal, int Measures, string? Reason);

internal sealed record RemarkView(DateOnly On, string? By, bool Approved, string Text);

/// <param name="Added">Rules of measures that the version before did not have.</param>
/// <param name="Dropped">Rules of measures that only the version before had.</param>
internal sealed record PlanComparison(int WithVersion, IReadOnlyList<string> Added, IReadOnlyList<string> Dropped);

internal sealed record PlanView(
    Guid Id,
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    int PlanVersion,
    int RulesVersion,
    PlanStatus Status,
    DateOnly FormedOn,
    string? FormedBy,
    DateOnly? SubmittedOn,
    DateOnly? DecidedOn,
    string? DecidedBy,
    FamilyConsent Family,
    string? FamilyNote,
    bool CanEdit,
    bool CanDecide,
    IReadOnlyList<NeedView> Needs,
    IReadOnlyList<MeasureView> Measures,
    IReadOnlyList<RemarkView> Remarks,
    PlanComparison? Comparison
);

/// <summary>Plans in readable form.</summary>
internal sealed class PlanViews(ProtectionPlansDbContext db, RuleCatalog rules, ISpecialists specialists)
{
    /// <exception cref="DomainException">404: does not exist or lies outside the scope.</exception>
    public static async Task<Plan> FindAsync(ProtectionPlansDbContext db, Guid id, DataScope scope, CancellationToken ct) =>
        await db.Plans.Include(p => p.Measures).Within(scope).FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw DomainException.NotFound();

    public async Task<PlanView> OfAsync(Plan plan, Seal seal, Caller caller, CancellationToken ct)
    {
        var contents = plan.Open(seal);
        var people = plan
            .Measures.Select(m => m.ResponsibleId)
            .Append(plan.DecidedBy)
            .Append(plan.FormedBy)
            .Concat(contents.Remarks.Select(r => (Guid?)r.By))
            .OfType<Guid>();
        var names = await specialists.NamesAsync([.. people.Distinct()], ct);
        return new(
            plan.Id,
            plan.CaseId,
            plan.ChildId,
            plan.Number,
            plan.Territory,
            plan.PlanVersion,
            plan.RulesVersion,
            plan.Status,
            plan.FormedOn,
            names.GetValueOrDefault(plan.FormedBy),
            plan.SubmittedOn,
            plan.DecidedOn,
            plan.DecidedBy is { } by ? names.GetValueOrDefault(by) : null,
            contents.Family,
            contents.FamilyNote,
            plan.Status is PlanStatus.Draft && caller.May(Permission.EditChildren),
            plan.Status is PlanStatus.Submitted && caller.May(Permission.ApprovePlans),
            [.. contents.Needs.Select(n => NeedOf(n, plan, contents))],
            [
                .. plan
                    .Measures.OrderBy(m => m.Status is MeasureStatus.Dropped)
                    .ThenBy(m => m.Priority)
                    .ThenBy(m => m.WorkingDays)
                    .ThenBy(m => m.Id)
                    .Select(m => ViewOf(m, m.Open(seal), names)),
            ],
            [.. contents.Remarks.Select(r => new RemarkView(r.On, names.GetValueOrDefault(r.By), r.Approved, r.Text))],
            await ComparisonAsync(plan, ct)
        );
    }

    private NeedView NeedOf(string need, Plan plan, PlanContents contents) =>
        new(
            need,
            contents.Signed?.GetValueOrDefault(need)?.Name,
            contents.Signed is { } signed ? signed.GetValueOrDefault(need)?.Goal : rules.Goals.GetValueOrDefault(need),
            plan.Measures.Count(m => m.Need == need && m.Status is not MeasureStatus.Dropped),
            contents.NeedReasons.GetValueOrDefault(need)
        );

    public MeasureView ViewOf(Measure m, MeasureContents contents, IReadOnlyDictionary<Guid, string> names)
    {
        var signed = contents.Signed;
        var rule = rules.Find(m.Rule);
        var own = contents.Text ?? m.Rule ?? "";
        return new(
            m.Id,
            m.Rule,
            signed?.RulesVersion ?? m.RulesVersion,
            m.Need,
            signed?.Text ?? (contents.Text is null && rule is not null ? rule.Measure : new(own, own, own)),
            m.Body,
            m.Priority,
            m.WorkingDays,
            m.Status,
            m.ResponsibleId,
            m.ResponsibleId is { } id ? names.GetValueOrDefault(id) : null,
            m.StartedOn,
            m.DueOn,
            m.DoneOn,
            contents.Because,
            signed is not null ? signed.Ground
                : rule is null ? null
                : rules.Grounds[rule.Ground],
            contents.DropReason,
            contents.Result,
            contents.Evidence,
            m.Obstacle,
            signed?.Body,
            signed?.Need
        );
    }

    private async Task<PlanComparison?> ComparisonAsync(Plan plan, CancellationToken ct)
    {
        if (plan.PlanVersion == 1)
            return null;
        var has = plan.Measures.Select(m => m.Rule).OfType<string>().ToHashSet();
        var measures = await db
            .Measures.AsNoTracking()
            .Where(m => db.Plans.Any(p => p.Id == m.PlanId && p.CaseId == plan.CaseId && p.PlanVersion == plan.PlanVersion - 1))
            .ToListAsync(ct);
        var before = measures.Select(m => m.Rule).OfType<string>().ToList();
        return new(plan.PlanVersion - 1, [.. has.Except(before)], [.. before.Except(has)]);
    }
}
