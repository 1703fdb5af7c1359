using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Seals the words of a plan into it at the approval [3]: screens, papers and disclosures show them from then on, whatever the rules become.</summary>
internal sealed class PlanSigner(RuleCatalog rules, IDictionaries dictionaries)
{
    public async Task SignAsync(Plan plan, Seal seal, CancellationToken ct)
    {
        var bodies = await NamesAsync("body-kind", ct);
        var needs = await NamesAsync("need", ct);
        foreach (var measure in plan.Measures)
        {
            var contents = measure.Open(seal);
            // what continues from an earlier version was signed then; only the person responsible may differ
            var words = contents.Signed ?? WordsOf(measure, contents);
            measure.Sign(words with { Body = Name(bodies, measure.Body), Need = Name(needs, measure.Need) }, seal);
        }
        var known = plan.Open(seal);
        plan.Write(
            known with
            {
                Signed = known.Needs.ToDictionary(n => n, n => new SignedNeed(Name(needs, n), rules.Goals.GetValueOrDefault(n))),
            },
            seal
        );
    }

    private SignedWords WordsOf(Measure measure, MeasureContents contents)
    {
        var rule = rules.Find(measure.Rule);
        var own = contents.Text ?? measure.Rule ?? "";
        var text = contents.Text is null && rule is not null ? rule.Measure : new LocalText(own, own, own);
        return new(measure.RulesVersion, text, rule is null ? null : rules.Grounds.GetValueOrDefault(rule.Ground));
    }

    private async Task<Dictionary<string, LocalText>> NamesAsync(string dictionary, CancellationToken ct)
    {
        var ky = await dictionaries.NamesAsync(dictionary, "ky", ct);
        var ru = await dictionaries.NamesAsync(dictionary, "ru", ct);
        var en = await dictionaries.NamesAsync(dictionary, "en", ct);
        return ky.ToDictionary(
            n => n.Key,
            n => new LocalText(n.Value, ru.GetValueOrDefault(n.Key, n.Value), en.GetValueOrDefault(n.Key, n.Value))
        );
    }

    private static LocalText Name(Dictionary<string, LocalText> names, string code) =>
        names.GetValueOrDefault(code) ?? new(code, code, code);
}
