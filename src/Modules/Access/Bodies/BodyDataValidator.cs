using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;

namespace Registry.Access.Bodies;

/// <summary>[16.1] An organisation's taxpayer number: 14 digits.</summary>
internal sealed class BodyDataValidator : AbstractValidator<BodyData>
{
    public BodyDataValidator()
    {
        RuleFor(b => b.NameKy).NotEmpty().MaximumLength(Body.NameMaxLength);
        RuleFor(b => b.NameRu).NotEmpty().MaximumLength(Body.NameMaxLength);
        RuleFor(b => b.Inn).NotEmpty().Matches("^[0-9]{14}$").WithErrorCode("inn.wrong-format");
        RuleFor(b => b.Address).NotEmpty().MaximumLength(Body.AddressMaxLength);
        RuleFor(b => b.Kind).IsInEnum();
        RuleFor(b => b.Level).IsInEnum();
        RuleFor(b => b.Territory).Must(Soate.IsValid).WithErrorCode("territory.unknown");
        RuleForEach(b => b.Departments)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Id).NotEmpty();
                d.RuleFor(x => x.NameKy).NotEmpty().MaximumLength(Body.NameMaxLength);
                d.RuleFor(x => x.NameRu).NotEmpty().MaximumLength(Body.NameMaxLength);
            });
    }
}
