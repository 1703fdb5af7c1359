using FastEndpoints;
using FluentValidation;
using Registry.Kernel.Time;

namespace Registry.Children.Cards;

internal sealed record SaveLegalStatusRequest(Guid Id, LegalStatus Section, IReadOnlyList<Guid>? Changes = null)
    : ISaveSection<LegalStatus>;

internal sealed class SaveLegalStatusValidator : Validator<SaveLegalStatusRequest>
{
    public SaveLegalStatusValidator(TimeProvider clock)
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.Statuses).Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
                RuleFor(r => r.Section.Causes).Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
                RuleFor(r => r.Section.Statuses)
                    .Must(l => l is not { Count: > 0 })
                    .When(r => r.Section.NoSpecialStatus)
                    .WithErrorCode("card.status-contradiction");
                RuleFor(r => r.Section.Since).Must(day => day is null || day <= clock.Today()).WithErrorCode("field.in-future");
                RuleFor(r => r.Section.Ground).MaximumLength(SectionRules.LongText);
            }
        );
    }
}

/// <summary>Legal statuses of the child and the causes of the situation [17.8, 20.1, 11.4].</summary>
internal sealed class SaveLegalStatusEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveLegalStatusRequest, LegalStatus>(tools)
{
    protected override SectionCode Code => SectionCode.LegalStatus;
    protected override string Route => "legal-status";
}
