using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Database;
using Registry.Assessments.Form;
using Registry.Contracts;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Assessments.Assessing;

/// <summary>The last completed assessment as it is printed [21]: result first, then every domain's answers.</summary>
internal sealed class AssessmentPaper(AssessmentsDbContext db, FormBook forms, Vault vault, IDictionaries dictionaries, Texts texts)
    : IPaperSource
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
        var contents = (await vault.OfAsync(childId, ct)).Open<AssessmentContents>(Assessment.Purpose, last.SealedContents);
        var needs = await dictionaries.NamesAsync("need", language, ct);
        var causes = await dictionaries.NamesAsync("cause", language, ct);
        var result = new PaperSection(
            Say("paper.assessment"),
            [
                new(Say("paper.completed-on"), last.CompletedOn!.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
                new(Say("paper.risk"), Say($"paper.risk.{last.Risk}")),
                new(Say("paper.conclusion"), Say($"paper.conclusion.{last.Conclusion}")),
                new(Say("paper.needs"), string.Join("; ", (contents.Result?.Needs ?? []).Select(n => needs.GetValueOrDefault(n) ?? n))),
                new(Say("paper.causes"), string.Join("; ", (contents.Result?.Causes ?? []).Select(c => causes.GetValueOrDefault(c) ?? c))),
                new(Say("paper.assessment-summary"), contents.Result?.Summary ?? ""),
            ]
        );
        var domains = forms
            .Of(last.FormVersion)
            .Domains.Select(d => new PaperSection(
                In(d.Title),
                [
                    .. d
                        .Questions.Where(q => contents.Answers.ContainsKey(q.Code))
                        .Select(q => new PaperLine(
                            In(q.Text),
                            q.AnswerOf(contents.Answers[q.Code]) is { } answer ? In(answer.Text) : contents.Answers[q.Code]
                        )),
                ]
            ));
        return [result, .. domains.Where(d => d.Lines.Count > 0)];

        string Say(string key) => texts.Say(language, key);
        string In(Kernel.LocalText text) =>
            language switch
            {
                "ru" => text.Ru,
                "en" => text.En,
                _ => text.Ky,
            };
    }
}
