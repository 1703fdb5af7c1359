using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SaveDisabilityRequest(Guid Id, Disability Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Disability>;

internal sealed class SaveDisabilityValidator : Validator<SaveDisabilityRequest>
{
    public SaveDisabilityValidator()
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.Examination).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.Needs).MaximumLength(SectionRules.LongText);
                RuleFor(r => r.Section.Until)
                    .GreaterThanOrEqualTo(r => r.Section.Since)
                    .When(r => r.Section.Since is not null && r.Section.Until is not null)
                    .WithErrorCode("field.ends-before-start");
            }
        );
    }
}

/// <summary>Disability, its group, term and examination [17.5, 20.5].</summary>
internal sealed class SaveDisabilityEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveDisabilityRequest, Disability>(tools)
{
    protected override SectionCode Code => SectionCode.Disability;
    protected override string Route => "disability";
}
