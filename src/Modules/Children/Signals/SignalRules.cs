using FluentValidation;
using Registry.Children.Cards;
using Registry.Kernel.People;
using Registry.Kernel.Time;

namespace Registry.Children.Signals;

internal sealed class ReporterValidator : AbstractValidator<Reporter>
{
    public ReporterValidator()
    {
        RuleFor(r => r.Name).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Phone).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Relation).MaximumLength(SectionRules.ShortText);
    }
}

internal sealed class FirstKnownValidator : AbstractValidator<FirstKnown>
{
    private const int OldestChild = 18;

    public FirstKnownValidator(TimeProvider clock)
    {
        RuleFor(c => c.Surname).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.Name).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.Patronymic).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.BirthDate).Must(day => day is null || day <= clock.Today()).WithErrorCode("child.born-in-future");
        RuleFor(c => c.Age).InclusiveBetween(0, OldestChild);
        RuleFor(c => c.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(c => c.Note).MaximumLength(Signal.TextMaxLength);
        // whoever has no name must be recognised by something else
        RuleFor(c => c.Note).NotEmpty().When(c => c.NameUnknown).WithErrorCode("child.describe");
    }
}

internal sealed class ReportedRelativeValidator : AbstractValidator<Relative>
{
    public ReportedRelativeValidator()
    {
        RuleFor(r => r.Relation).NotEmpty().MaximumLength(40);
        RuleFor(r => r.FullName).NotEmpty().MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Country).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Whereabouts).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Phone).MaximumLength(SectionRules.ShortText);
    }
}
