using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans;

/// <summary>The last version of the protection plan as it is printed [21]: every measure with who, by when, why and on what ground.</summary>
internal sealed class PlanPaper(
    ProtectionPlansDbContext db,
    RuleCatalog rules,
    Vault vault,
    IDictionaries dictionaries,
    ISpecialists specialists,
    Texts texts
) : IPaperSource
{
    public PaperKind Kind => PaperKind.Plan;

    public async Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct)
    {
        var plan = await db
            .Plans.AsNoTracking()
            .Include(p => p.Measures)
            .Where(p => p.ChildId == childId)
            .OrderByDescending(p => p.PlanVersion)
            .FirstOrDefaultAsync(ct);
        if (plan is null)
            return [];
        var seal = await vault.OfAsync(childId, ct);
        var contents = plan.Open(seal);
        var needs = await dictionaries.NamesAsync("need", language, ct);
        var bodies = await dictionaries.NamesAsync("body-kind", language, ct);
        var people = await specialists.NamesAsync([.. plan.Measures.Select(m => m.ResponsibleId).OfType<Guid>()], ct);
        var head = new PaperSection(
            texts.Say(language, "paper.plan"),
            [
                new(
                    texts.Say(language, "paper.plan-version"),
                    $"{plan.PlanVersion} — {texts.Say(language, $"paper.plan-status.{plan.Status.Code()}")}"
                ),
                new(texts.Say(language, "paper.decided-on"), PaperDays.Of(plan.DecidedOn)),
                new(texts.Say(language, "paper.family"), texts.Say(language, $"paper.family.{contents.Family.Code()}")),
            ]
        );
        var measures = plan
            .Measures.Where(m => m.Status is not MeasureStatus.Dropped)
            .OrderBy(m => m.Priority)
            .ThenBy(m => m.WorkingDays)
            // the order of the rules, so that two copies of one plan do not differ
            .ThenBy(m => m.Rule, StringComparer.Ordinal)
            .ThenBy(m => m.Id)
            .GroupBy(m => m.Need)
            .Select(g => new PaperSection(NeedOf(g.Key), [.. g.Select(m => LineOf(m, m.Open(seal)))]));
        return [head, .. measures];

        string NeedOf(string code) =>
            contents.Signed?.GetValueOrDefault(code) is { } signed
                ? PaperDays.In(signed.Name, language)
                : needs.GetValueOrDefault(code) ?? code;

        PaperLine LineOf(Measure m, MeasureContents said)
        {
            var rule = rules.Find(m.Rule);
            var text = said.Signed?.Text ?? (said.Text is null ? rule?.Measure : null);
            var ground = said.Signed is { } signed ? signed.Ground : rules.Grounds.GetValueOrDefault(rule?.Ground ?? "");
            return new(
                text is null ? said.Text ?? m.Rule ?? "" : PaperDays.In(text, language),
                string.Join(
                    "; ",
                    new[]
                    {
                        said.Signed?.Body is { } body ? PaperDays.In(body, language) : bodies.GetValueOrDefault(m.Body) ?? m.Body,
                        m.ResponsibleId is { } who ? people.GetValueOrDefault(who) : null,
                        m.DueOn is null ? null : $"{texts.Say(language, "paper.due-on")} {PaperDays.Of(m.DueOn)}",
                        texts.Say(language, $"paper.measure-status.{m.Status.Code()}"),
                        m.Obstacle is null ? null : texts.Say(language, $"paper.obstacle.{m.Obstacle.Value.Code()}"),
                        said.Result,
                        ground is null ? null : PaperDays.In(ground, language),
                    }.Where(p => !string.IsNullOrWhiteSpace(p))
                )
            );
        }
    }
}

/// <summary>Every monitoring visit as it is printed [21, 22.6].</summary>
internal sealed class MonitoringPaper(ProtectionPlansDbContext db, Vault vault, Texts texts) : IPaperSource
{
    public PaperKind Kind => PaperKind.Monitoring;

    public async Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct)
    {
        var visits = await db.Visits.AsNoTracking().Where(v => v.ChildId == childId).OrderBy(v => v.PlannedOn).ToListAsync(ct);
        var seal = await vault.OfAsync(childId, ct);
        return
        [
            .. visits.Select(v =>
            {
                var said = v.SealedContents is { } contents ? seal.Open<VisitContents>(v, Visit.Purpose, contents) : null;
                var title =
                    $"{Say("paper.visit")} {PaperDays.Of(v.MadeOn ?? v.PlannedOn)}{(v.MadeOn is null ? $" — {Say("paper.visit-planned")}" : "")}";
                return new PaperSection(
                    title,
                    said is null
                        ? []
                        :
                        [
                            new(Say("paper.place"), said.Place),
                            new(Say("paper.seen"), said.Seen),
                            new(Say("paper.finding"), v.Finding is null ? "" : Say($"paper.finding.{v.Finding.Value.Code()}")),
                            new(Say("paper.findings"), string.Join(" ", said.Findings.Values)),
                            new(Say("paper.next-step"), said.NextStep),
                        ]
                );
            }),
        ];

        string Say(string key) => texts.Say(language, key);
    }
}

internal static class PaperDays
{
    public static string Of(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    public static string In(LocalText text, string language) =>
        language switch
        {
            "ru" => text.Ru,
            "en" => text.En,
            _ => text.Ky,
        };
}
