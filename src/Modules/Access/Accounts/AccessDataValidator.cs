using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Accounts;

/// <summary>[15.2] No access without an end; a territorial role without a territory would see nothing.</summary>
internal sealed class AccessDataValidator : AbstractValidator<AccessData>
{
    private const int LongestTermYears = 5;

    public AccessDataValidator()
    {
        RuleFor(a => a.Role).IsInEnum().NotEqual(Role.Integrator).WithErrorCode("account.role-not-for-people");
        RuleFor(a => a.ValidFrom).NotEmpty();
        RuleFor(a => a.ValidUntil)
            .NotEmpty()
            .GreaterThanOrEqualTo(a => a.ValidFrom)
            .WithErrorCode("account.ends-before-start")
            .Must((access, until) => until <= access.ValidFrom.YearsLater(LongestTermYears))
            .WithErrorCode("account.term-too-long");
        RuleFor(a => a.Territory)
            .Must(Soate.IsValid)
            .WithErrorCode("territory.required")
            .When(a => RightsTable.Of(a.Role).Scope == ScopeKind.Territory);
        RuleFor(a => a.Territory).Must(Soate.IsValid).WithErrorCode("territory.unknown").When(a => a.Territory is not null);
    }
}
