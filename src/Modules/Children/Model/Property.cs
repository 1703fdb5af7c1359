using FluentValidation;

namespace Registry.Children.Model;

/// <summary>[17.7, 20.7] Housing assigned to the child and other property.</summary>
internal sealed record Property(
    bool? HousingAssigned = null,
    string? HousingAddress = null,
    string? HousingDocument = null,
    bool? HasOther = null,
    IReadOnlyList<Belonging>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("housingAssigned", HousingAssigned is not null);
        if (HousingAssigned == true)
            yield return ("housingAddress", HousingAddress.Has());
        yield return ("hasOther", HasOther is not null);
        if (HasOther == true)
            yield return ("list", List is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((b, i) => ("property", b.Kind, $"section.list[{i}].kind"));
}

internal sealed record Belonging(string Kind, string Description);

internal sealed class PropertyKind : SectionKind<Property>
{
    public override SectionCode Code => SectionCode.Property;
    public override IReadOnlyList<string> Dictionaries => ["property"];
    protected override Property Empty => new();

    protected override Property? Of(CardContents card) => card.Property;

    protected override void Rules(AbstractValidator<Property> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.HousingAddress).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.HousingDocument).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.List).Short();
        rules
            .RuleForEach(s => s.List)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Kind).NotEmpty();
                d.RuleFor(x => x.Description).NotEmpty().MaximumLength(SectionRules.ShortText);
            });
    }

    protected override IEnumerable<string> Circumstances(Property? contents, DateOnly today)
    {
        if (contents is null)
            yield break;
        yield return contents.HousingAssigned == true ? "housing.assigned" : "housing.none";
        if (contents.HasOther == true)
            yield return "property.other";
    }

    protected override IEnumerable<PrintedItem> Print(Property contents, PaperWords say) =>
        [
            new("housingAssigned", say.YesNo(contents.HousingAssigned)),
            new("housingAddress", contents.HousingAddress),
            .. contents.HousingDocument.Has() ? [new PrintedItem("housingDocument", contents.HousingDocument)] : Array.Empty<PrintedItem>(),
            new("hasOther", say.YesNo(contents.HasOther)),
            .. (contents.List ?? []).Select(b => new PrintedItem(
                "belonging",
                PaperWords.Join(say.Name("property", b.Kind), b.Description)
            )),
        ];
}
