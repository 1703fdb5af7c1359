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

    /// <param name="oldest">The highest age that may be told.</param>
    public FirstKnownValidator(TimeProvider clock, int oldest = OldestChild)
    {
        RuleFor(c => c.Surname).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.Name).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.Patronymic).MaximumLength(Identity.NameMaxLength);
        RuleFor(c => c.Age).InclusiveBetween(0, oldest);
        RuleFor(c => c.AdultBecause).MaximumLength(SectionRules.LongText);
        RuleFor(c => c.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(c => c.Note).MaximumLength(Signal.TextMaxLength);
    }
}
