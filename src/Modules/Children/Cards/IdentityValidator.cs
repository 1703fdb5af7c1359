using FluentValidation;
using Registry.Kernel;
using Registry.Kernel.People;
using Registry.Kernel.Time;

namespace Registry.Children.Cards;

/// <summary>Names and numbers of an identity; its dates are measured against those of the signal and the card by <see cref="Dates.DatePlausibility"/>.</summary>
internal sealed class IdentityValidator : AbstractValidator<Identity>
{
    public IdentityValidator(TimeProvider clock)
    {
        RuleFor(i => i.Surname).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Name).NotEmpty().When(i => !i.Surname.Has() && !i.IsNameUnknown).WithErrorCode("child.name-required");
        RuleFor(i => i.Name).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Patronymic).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(i => i.Citizenship).MaximumLength(SectionRules.ShortText);
        RuleFor(i => i.ForeignNumber).MaximumLength(Identity.NumberMaxLength);
        RuleFor(i => i.AdultBecause).MaximumLength(SectionRules.LongText);
    }
}
