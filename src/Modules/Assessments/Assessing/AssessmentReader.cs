using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Vault;

namespace Registry.Assessments.Assessing;

/// <summary>Gives the protection plan what an assessment found, in the terms of its rules.</summary>
internal sealed class AssessmentReader(AssessmentsDbContext db, Vault vault) : IAssessments
{
    public async Task<AssessmentFacts?> LastAsync(Guid caseId, CancellationToken ct)
    {
        var last = await db
            .Assessments.AsNoTracking()
            .Where(a => a.CaseId == caseId && a.CompletedOn != null)
            .OrderByDescending(a => a.Id)
            .FirstOrDefaultAsync(ct);
        if (last is null)
            return null;
        var contents = last.Open(await vault.OfAsync(last.ChildId, ct));
        var said = new HashSet<string> { $"risk.{last.Risk!.Value.Code()}" };
        said.UnionWith(contents.Answers.Select(a => $"answer.{a.Key}.{a.Value}"));
        said.UnionWith(contents.Result!.Needs.Select(n => $"need.{n}"));
        said.UnionWith(contents.Result.Causes.Select(c => $"cause.{c}"));
        return new(last.Id, last.CompletedOn!.Value, last.FormVersion, last.Risk.Value, last.Conclusion!.Value, said);
    }

    public async Task<IReadOnlyDictionary<Guid, AssessedRisk>> RisksAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var completed = await db
            .Assessments.AsNoTracking()
            .Where(a => caseIds.Contains(a.CaseId) && a.CompletedOn != null)
            .OrderBy(a => a.Id)
            .Select(a => new
            {
                a.CaseId,
                Risk = a.Risk!.Value,
                a.ChangedAt,
            })
            .ToListAsync(ct);
        var risks = new Dictionary<Guid, AssessedRisk>();
        foreach (var a in completed)
            risks[a.CaseId] = new(RiskRule.SeverityOf(a.Risk), a.ChangedAt); // the last one wins
        return risks;
    }
}
