using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SavePropertyRequest(Guid Id, Property Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Property>;

internal sealed class SavePropertyValidator : Validator<SavePropertyRequest>
{
    public SavePropertyValidator()
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.HousingAddress).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.HousingDocument).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.List).Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
                RuleForEach(r => r.Section.List)
                    .ChildRules(d =>
                    {
                        d.RuleFor(x => x.Kind).NotEmpty();
                        d.RuleFor(x => x.Description).NotEmpty().MaximumLength(SectionRules.ShortText);
                    });
            }
        );
    }
}

/// <summary>Housing assigned to the child and a list of other property [17.7, 20.7].</summary>
internal sealed class SavePropertyEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SavePropertyRequest, Property>(tools)
{
    protected override SectionCode Code => SectionCode.Property;
    protected override string Route => "property";
}
