using FluentValidation;
using Registry.Basics.Access;

namespace Registry.Children.Model;

/// <summary>[17.2, 20.3] When and where the child was found, and where it came from.</summary>
/// <param name="LateBecause">Why a day found more than 30 days back is only entered now.</param>
internal sealed record Finding(
    DateOnly? FoundOn = null,
    string? Territory = null,
    string? Address = null,
    string? Circumstances = null,
    string? CameFrom = null,
    IReadOnlyDictionary<string, string>? Unknown = null,
    string? LateBecause = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("foundOn", FoundOn is not null);
        yield return ("territory", Territory.Has());
        yield return ("address", Address.Has());
        yield return ("circumstances", Circumstances.Has());
        yield return ("cameFrom", CameFrom.Has());
    }
}

internal sealed class FindingKind : SectionKind<Finding>
{
    public override SectionCode Code => SectionCode.Finding;
    protected override Finding Empty => new();

    protected override Finding? Of(CardContents card) => card.Finding;

    protected override void Rules(AbstractValidator<Finding> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        rules.RuleFor(s => s.Address).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.Circumstances).MaximumLength(SectionRules.LongText);
        rules.RuleFor(s => s.CameFrom).MaximumLength(SectionRules.LongText);
        rules.RuleFor(s => s.LateBecause).MaximumLength(SectionRules.LongText);
    }

    protected override IEnumerable<string?> Places(Finding contents) => [contents.Territory];

    protected override IEnumerable<PrintedItem> Print(Finding contents, PaperWords say)
    {
        yield return new("foundOn", PaperWords.Day(contents.FoundOn));
        yield return new("address", PaperWords.Join(say.Place(contents.Territory), contents.Address));
        yield return new("circumstances", contents.Circumstances);
        yield return new("cameFrom", contents.CameFrom);
        if (contents.LateBecause.Has())
            yield return new("lateBecause", contents.LateBecause);
    }
}
