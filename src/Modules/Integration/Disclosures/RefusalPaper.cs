using System.Globalization;
using System.Text.Json;
using Registry.Basics;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Sealing;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <summary>Writes a refusal with its reason, for the requesting person or body (Law No. 58 of 2008).</summary>
internal sealed class RefusalPaper(ICases cases, ISpecialists specialists, Texts texts)
{
    public async Task<byte[]> WriteAsync(
        Disclosure about,
        string reason,
        string language,
        Seal seal,
        (Guid Specialist, DateTime At) by,
        CancellationToken ct
    )
    {
        var asked = about.Open(seal);
        var decider = (await specialists.WithBodiesAsync([by.Specialist], ct)).GetValueOrDefault(by.Specialist);
        var wanted = Codes.Split<PaperKind>(about.Wanted).Select(kind => texts.Say(language, $"paper.kind.{kind.Code()}"));
        PaperSection[] sections =
        [
            new(
                Say("request"),
                [
                    new(Say("asked-by"), asked.AskedBy),
                    new(Say("asked-on"), about.AskedOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
                    new(Say("document"), asked.Document),
                    new(Say("ground"), asked.Ground),
                    new(Say("wanted"), string.Join("; ", wanted)),
                ]
            ),
            new(
                Say("decision"),
                [
                    new(Say("decision"), Say("refused")),
                    new(Say("reason"), reason.Trim()),
                    new(
                        Say("decided-by"),
                        decider is null ? "" : $"{decider.FullName}, {(language is "ru" ? decider.BodyRu : decider.BodyKy)}"
                    ),
                ]
            ),
        ];
        var name = (await cases.NamesAsync([about.ChildId], ct)).GetValueOrDefault(about.ChildId) ?? "";
        return JsonSerializer.SerializeToUtf8Bytes(
            new DisclosedContent(about.Number, about.CaseNumber, name, language, by.At, sections),
            JsonRules.Options
        );

        string Say(string key) => texts.Say(language, $"paper.refusal.{key}");
    }
}
