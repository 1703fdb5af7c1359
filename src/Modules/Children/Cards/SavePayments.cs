using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SavePaymentsRequest(Guid Id, Payments Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Payments>;

internal sealed class SavePaymentsValidator : Validator<SavePaymentsRequest>
{
    public SavePaymentsValidator()
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
                        d.RuleFor(x => x.Kind).NotEmpty();
                        d.RuleFor(x => x.Until)
                            .GreaterThanOrEqualTo(x => x.Since)
                            .When(x => x.Since is not null && x.Until is not null)
                            .WithErrorCode("field.ends-before-start");
                    });
            }
        );
    }
}

/// <summary>Social payments received, and those the child has a right to but does not get [17.6, 20.6].</summary>
internal sealed class SavePaymentsEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SavePaymentsRequest, Payments>(tools)
{
    protected override SectionCode Code => SectionCode.Payments;
    protected override string Route => "payments";
}
