using FluentValidation;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Children.Model;

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
    private const int OldestPerson = 120;

    /// <param name="ofSystem">
    /// Sent by another system, whose signal is accepted whatever its fields hold: an age impossible for a child puts the date in doubt, and a
    /// dash in place of a name is no name.
    /// </param>
    public FirstKnownValidator(TimeProvider clock, bool ofSystem = false)
    {
        RuleFor(c => c.Surname).MaximumLength(Identity.NameMaxLength).Must(IsName).WithErrorCode(NameRules.NeedsLetter);
        RuleFor(c => c.Name).MaximumLength(Identity.NameMaxLength).Must(IsName).WithErrorCode(NameRules.NeedsLetter);
        RuleFor(c => c.Patronymic).MaximumLength(Identity.NameMaxLength).Must(IsName).WithErrorCode(NameRules.NeedsLetter);
        RuleFor(c => c.Age).InclusiveBetween(0, ofSystem ? OldestPerson : OldestChild);
        RuleFor(c => c.AdultBecause).MaximumLength(SectionRules.LongText);
        RuleFor(c => c.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(c => c.Note).MaximumLength(Signal.TextMaxLength);

        bool IsName(string? text) => ofSystem || NameRules.IsName(text);
    }
}
