using FastEndpoints;
using FluentValidation;
using Registry.Kernel.People;
using Registry.Kernel.Time;

namespace Registry.Children.Cards;

internal sealed record SaveIdentityRequest(Guid Id, Identity Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Identity>;

internal sealed class SaveIdentityValidator : Validator<SaveIdentityRequest>
{
    public SaveIdentityValidator(TimeProvider clock)
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.Surname).MaximumLength(Identity.NameMaxLength);
                RuleFor(r => r.Section.Name)
                    .NotEmpty()
                    .When(r => !r.Section.Surname.Has() && !r.Section.IsNameUnknown)
                    .WithErrorCode("child.name-required");
                RuleFor(r => r.Section.Name).MaximumLength(Identity.NameMaxLength);
                RuleFor(r => r.Section.Patronymic).MaximumLength(Identity.NameMaxLength);
                RuleFor(r => r.Section.BirthDate).Must(day => day is null || day <= clock.Today()).WithErrorCode("child.born-in-future");
                RuleFor(r => r.Section.Pin)
                    .Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today()))
                    .WithErrorCode("pin.wrong-format");
                RuleFor(r => r.Section.Citizenship).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.ForeignNumber).MaximumLength(Identity.NumberMaxLength);
            }
        );
    }
}

/// <summary>Names, sex, birth date and personal number [17.1]; the search tokens follow.</summary>
internal sealed class SaveIdentityEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveIdentityRequest, Identity>(tools)
{
    protected override SectionCode Code => SectionCode.Identity;
    protected override string Route => "identity";

    protected override IEnumerable<string> Warnings(Identity section) => section.Warnings();
}
