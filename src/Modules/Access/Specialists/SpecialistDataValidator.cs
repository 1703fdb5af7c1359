using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Specialists;

internal sealed class SpecialistDataValidator : AbstractValidator<SpecialistData>
{
    public SpecialistDataValidator(TimeProvider clock)
    {
        RuleFor(s => s.BodyId).NotEmpty();
        RuleFor(s => s.Surname).NotEmpty().OfAPerson(Specialist.NameMaxLength);
        RuleFor(s => s.Name).NotEmpty().OfAPerson(Specialist.NameMaxLength);
        RuleFor(s => s.Patronymic).OfAPerson(Specialist.NameMaxLength);
        RuleFor(s => s.Pin).NotEmpty().Must(pin => Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(s => s.Position).NotEmpty().MaximumLength(Specialist.PositionMaxLength);
        RuleFor(s => s.Phone).MaximumLength(40);
        RuleFor(s => s.Email).MaximumLength(200).EmailAddress().When(s => !string.IsNullOrEmpty(s.Email));
    }
}
