using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SaveDocumentsRequest(Guid Id, Documents Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Documents>;

internal sealed class SaveDocumentsValidator : Validator<SaveDocumentsRequest>
{
    public SaveDocumentsValidator()
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
                        d.RuleFor(x => x.Number).MaximumLength(SectionRules.ShortText);
                        d.RuleFor(x => x.IssuedBy).MaximumLength(SectionRules.ShortText);
                        d.RuleFor(x => x.ValidUntil)
                            .GreaterThanOrEqualTo(x => x.IssuedOn)
                            .When(x => x.IssuedOn is not null && x.ValidUntil is not null)
                            .WithErrorCode("field.ends-before-start");
                    });
            }
        );
    }
}

/// <summary>Birth certificate and other documents [17.1, 20.4].</summary>
internal sealed class SaveDocumentsEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveDocumentsRequest, Documents>(tools)
{
    protected override SectionCode Code => SectionCode.Documents;
    protected override string Route => "documents";
}
