using FluentValidation;

namespace Registry.Children.Model;

/// <summary>[17.1, 20.4] Birth certificate and other documents.</summary>
internal sealed record Documents(
    bool? HasBirthCertificate = null,
    IReadOnlyList<Document>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("birthCertificate", HasBirthCertificate is not null);
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((d, i) => ("document", d.Kind, $"section.list[{i}].kind"));
}

internal sealed record Document(
    string Kind,
    string? Number = null,
    DateOnly? IssuedOn = null,
    string? IssuedBy = null,
    DateOnly? ValidUntil = null
);

internal sealed class DocumentsKind : SectionKind<Documents>
{
    public override SectionCode Code => SectionCode.Documents;
    public override IReadOnlyList<string> Dictionaries => ["document"];
    protected override Documents Empty => new();

    protected override Documents? Of(CardContents card) => card.Documents;

    protected override void Rules(AbstractValidator<Documents> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.List).Short();
        rules
            .RuleForEach(s => s.List)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Kind).NotEmpty();
                d.RuleFor(x => x.Number).MaximumLength(SectionRules.ShortText);
                d.RuleFor(x => x.IssuedBy).MaximumLength(SectionRules.ShortText);
                d.RuleFor(x => x.ValidUntil).NotBefore(x => x.IssuedOn);
            });
    }

    protected override IEnumerable<string> Circumstances(Documents? contents, DateOnly today)
    {
        if (contents?.HasBirthCertificate is { } certificate)
            yield return certificate ? "document.birth-certificate" : "document.no-birth-certificate";
    }

    protected override IEnumerable<PrintedItem> Print(Documents contents, PaperWords say) =>
        [
            new("birthCertificate", say.YesNo(contents.HasBirthCertificate)),
            .. (contents.List ?? []).Select(d => new PrintedItem(
                "document",
                PaperWords.Join(
                    say.Name("document", d.Kind),
                    d.Number,
                    PaperWords.Day(d.IssuedOn),
                    d.IssuedBy,
                    say.Labelled("validUntil", PaperWords.Day(d.ValidUntil))
                )
            )),
        ];
}
