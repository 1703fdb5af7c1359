using FluentValidation;

namespace Registry.Children.Model;

/// <summary>[17.5, 20.5] Disability.</summary>
internal sealed record Disability(
    bool? Has = null,
    string? Group = null,
    DateOnly? Since = null,
    DateOnly? Until = null,
    string? Examination = null,
    string? Needs = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("has", Has is not null);
        if (Has != true)
            yield break;
        yield return ("group", Group.Has());
        yield return ("since", Since is not null);
        yield return ("until", Until is not null);
    }

    public IEnumerable<(string, string, string)> Codes() => Group is { } group ? [("disability", group, "section.group")] : [];
}

internal sealed class DisabilityKind : SectionKind<Disability>
{
    public override SectionCode Code => SectionCode.Disability;
    public override IReadOnlyList<string> Dictionaries => ["disability"];
    protected override Disability Empty => new();

    protected override Disability? Of(CardContents card) => card.Disability;

    protected override void Rules(AbstractValidator<Disability> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.Examination).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.Needs).MaximumLength(SectionRules.LongText);
        rules.RuleFor(s => s.Until).NotBefore(s => s.Since);
    }

    protected override IEnumerable<string> Circumstances(Disability? contents, DateOnly today)
    {
        yield return contents?.Has switch
        {
            true => "disability.yes",
            false => "disability.no",
            null => "disability.unknown",
        };
    }

    protected override void Count(Child child, Disability contents) => child.Count(contents);

    protected override IEnumerable<PrintedItem> Print(Disability contents, PaperWords say)
    {
        yield return new("has", say.YesNo(contents.Has));
        if (contents.Has != true)
            yield break;
        yield return new("group", say.Name("disability", contents.Group));
        yield return new("since", PaperWords.Day(contents.Since));
        yield return new("until", PaperWords.Day(contents.Until));
        yield return new("examination", contents.Examination);
        yield return new("needs", contents.Needs);
    }
}
