using FastEndpoints;
using FluentValidation;
using Registry.Kernel.Access;

namespace Registry.Children.Cards;

internal sealed record SaveResidenceRequest(Guid Id, Residence Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Residence>;

internal sealed class SaveResidenceValidator : Validator<SaveResidenceRequest>
{
    public SaveResidenceValidator()
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.RegisteredTerritory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
                RuleFor(r => r.Section.ActualTerritory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
                RuleFor(r => r.Section.RegisteredAddress).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.ActualAddress).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.RegisteredCountry).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.RegisteredCountry)
                    .Must(country => !country.Has())
                    .When(r => r.Section.RegisteredTerritory.Has())
                    .WithErrorCode("residence.here-or-abroad");
                RuleFor(r => r.Section.ActualCountry).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.ActualCountry)
                    .Must(country => !country.Has())
                    .When(r => r.Section.ActualTerritory.Has())
                    .WithErrorCode("residence.here-or-abroad");
                RuleFor(r => r.Section.LivesWith).MaximumLength(SectionRules.ShortText);
            }
        );
    }
}

/// <summary>Registered and actual residence, if there is any [17.3].</summary>
internal sealed class SaveResidenceEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveResidenceRequest, Residence>(tools)
{
    protected override SectionCode Code => SectionCode.Residence;
    protected override string Route => "residence";
}
