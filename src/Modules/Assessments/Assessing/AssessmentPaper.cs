using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

/// <summary>The last completed assessment as it is printed [21]: result first, then every domain's answers.</summary>
internal sealed class AssessmentPaper(AssessmentsDbContext db, Vault vault, IDictionaries dictionaries, Texts texts) : IPaperSource
{
    public PaperKind Kind => PaperKind.Assessment;

    public async Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct)
    {
        var last = await db
            .Assessments.AsNoTracking()
            .Where(a => a.ChildId == childId && a.CompletedOn != null)
            .OrderByDescending(a => a.CompletedOn)
            .FirstOrDefaultAsync(ct);
        if (last is null)
            return [];
        var contents = last.Open(await vault.OfAsync(childId, ct));
        var needs = await dictionaries.NamesAsync("need", language, ct);
        var causes = await dictionaries.NamesAsync("cause", language, ct);
        var result = new PaperSection(
            Say("paper.assessment"),
            [
                new(Say("paper.completed-on"), last.CompletedOn!.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
                new(Say("paper.risk"), Say($"paper.risk.{last.Risk!.Value.Code()}")),
                new(Say("paper.conclusion"), Say($"paper.conclusion.{last.Conclusion!.Value.Code()}")),
                new(Say("paper.needs"), string.Join("; ", (contents.Result?.Needs ?? []).Select(n => needs.GetValueOrDefault(n) ?? n))),
                new(Say("paper.causes"), string.Join("; ", (contents.Result?.Causes ?? []).Select(c => causes.GetValueOrDefault(c) ?? c))),
                new(Say("paper.assessment-summary"), contents.Result?.Summary ?? ""),
            ]
        );
        var domains = (contents.Result?.Signed ?? []).Select(d => new PaperSection(
            In(d.Title),
            [.. d.Answers.Select(a => new PaperLine(In(a.Question), In(a.Answer)))]
        ));
        return [result, .. domains];

        string Say(string key) => texts.Say(language, key);
        string In(Registry.Basics.LocalText text) =>
            language switch
            {
                "ru" => text.Ru,
                "en" => text.En,
                _ => text.Ky,
            };
    }
}
