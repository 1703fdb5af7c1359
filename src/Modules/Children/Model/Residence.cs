using FluentValidation;
using Registry.Basics.Access;

namespace Registry.Children.Model;

/// <summary>[17.3] Residence, registered and actual, if any: in a territory of the republic or in another country.</summary>
internal sealed record Residence(
    bool NoResidence = false,
    string? RegisteredTerritory = null,
    string? RegisteredAddress = null,
    string? ActualTerritory = null,
    string? ActualAddress = null,
    string? LivesWith = null,
    string? RegisteredCountry = null,
    string? ActualCountry = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return (
            "registeredAddress",
            NoResidence || ((RegisteredTerritory.Has() || RegisteredCountry.Has()) && RegisteredAddress.Has())
        );
        yield return ("actualAddress", NoResidence || ((ActualTerritory.Has() || ActualCountry.Has()) && ActualAddress.Has()));
        yield return ("livesWith", LivesWith.Has());
    }
}

internal sealed class ResidenceKind : SectionKind<Residence>
{
    public override SectionCode Code => SectionCode.Residence;
    protected override Residence Empty => new();

    protected override Residence? Of(CardContents card) => card.Residence;

    protected override void Rules(AbstractValidator<Residence> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.RegisteredTerritory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        rules.RuleFor(s => s.ActualTerritory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        rules.RuleFor(s => s.RegisteredAddress).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.ActualAddress).MaximumLength(SectionRules.ShortText);
        rules.RuleFor(s => s.RegisteredCountry).MaximumLength(SectionRules.ShortText);
        rules
            .RuleFor(s => s.RegisteredCountry)
            .Must(country => !country.Has())
            .When(s => s.RegisteredTerritory.Has())
            .WithErrorCode("residence.here-or-abroad");
        rules.RuleFor(s => s.ActualCountry).MaximumLength(SectionRules.ShortText);
        rules
            .RuleFor(s => s.ActualCountry)
            .Must(country => !country.Has())
            .When(s => s.ActualTerritory.Has())
            .WithErrorCode("residence.here-or-abroad");
        rules.RuleFor(s => s.LivesWith).MaximumLength(SectionRules.ShortText);
    }

    protected override IEnumerable<string> Circumstances(Residence? contents, DateOnly today)
    {
        if (contents?.NoResidence == true)
            yield return "residence.none";
    }

    protected override IEnumerable<string?> Places(Residence contents) => [contents.RegisteredTerritory, contents.ActualTerritory];

    protected override IEnumerable<PrintedItem> Print(Residence contents, PaperWords say)
    {
        if (contents.NoResidence)
            yield return new("registeredAddress", say.Text("paper.no-residence"));
        else
        {
            yield return new(
                "registeredAddress",
                PaperWords.Join(contents.RegisteredCountry ?? say.Place(contents.RegisteredTerritory), contents.RegisteredAddress)
            );
            yield return new(
                "actualAddress",
                PaperWords.Join(contents.ActualCountry ?? say.Place(contents.ActualTerritory), contents.ActualAddress)
            );
        }
        if (!contents.NoResidence || contents.LivesWith.Has())
            yield return new("livesWith", contents.LivesWith);
    }
}
