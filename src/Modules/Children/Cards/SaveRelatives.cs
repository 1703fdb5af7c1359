using FastEndpoints;
using FluentValidation;
using Registry.Kernel.People;
using Registry.Kernel.Time;

namespace Registry.Children.Cards;

internal sealed record SaveRelativesRequest(Guid Id, Relatives Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Relatives>;

internal sealed class SaveRelativesValidator : Validator<SaveRelativesRequest>
{
    public SaveRelativesValidator(TimeProvider clock)
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.List).Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
                RuleForEach(r => r.Section.List)
                    .ChildRules(d =>
                    {
                        d.RuleFor(x => x.Relation).NotEmpty();
                        d.RuleFor(x => x.FullName).NotEmpty().OfAPerson(SectionRules.ShortText);
                        d.RuleFor(x => x.Country).MaximumLength(SectionRules.ShortText);
                        d.RuleFor(x => x.Whereabouts).MaximumLength(SectionRules.ShortText);
                        d.RuleFor(x => x.Phone).MaximumLength(SectionRules.ShortText);
                        d.RuleFor(x => x.BirthDate).Must(day => day is null || day <= clock.Today()).WithErrorCode("child.born-in-future");
                    });
            }
        );
    }
}

/// <summary>Parents and close relatives: whether they exist, names, abroad for work, whereabouts [17.4, 20.2].</summary>
internal sealed class SaveRelativesEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveRelativesRequest, Relatives>(tools)
{
    protected override SectionCode Code => SectionCode.Relatives;
    protected override string Route => "relatives";
}
