using FluentValidation;
using Registry.Basics.Access;
using Registry.Institutions.Model;

namespace Registry.Institutions.Register;

/// <summary>[5.admin] An institution has two names, a taxpayer number of 14 digits, an address, a place and a capacity.</summary>
internal sealed class InstitutionDataValidator : AbstractValidator<InstitutionData>
{
    private const int LargestCapacity = 5_000;

    public InstitutionDataValidator()
    {
        RuleFor(i => i.NameKy).NotEmpty().MaximumLength(Institution.NameMaxLength);
        RuleFor(i => i.NameRu).NotEmpty().MaximumLength(Institution.NameMaxLength);
        RuleFor(i => i.Inn).NotEmpty().Matches("^[0-9]{14}$").WithErrorCode("inn.wrong-format");
        RuleFor(i => i.Ownership).IsInEnum();
        RuleFor(i => i.Kind).IsInEnum();
        RuleFor(i => i.Address).NotEmpty().MaximumLength(Institution.TextMaxLength);
        RuleFor(i => i.Territory).Must(Soate.IsValid).WithErrorCode("territory.unknown");
        RuleFor(i => i.Capacity).InclusiveBetween(1, LargestCapacity);
        RuleFor(i => i.Staff).InclusiveBetween(0, LargestCapacity);
        RuleFor(i => i.Accreditation).MaximumLength(Institution.TextMaxLength);
        RuleFor(i => i.AccreditedUntil)
            .Must((i, until) => until is null || i.AccreditedFrom is null || until >= i.AccreditedFrom)
            .WithErrorCode("institution.accreditation-ends-before");
        RuleFor(i => i.Latitude).InclusiveBetween(39, 44);
        RuleFor(i => i.Longitude).InclusiveBetween(69, 81);
        RuleFor(i => i.Director).MaximumLength(Institution.TextMaxLength);
        RuleFor(i => i.Phone).MaximumLength(60);
        RuleFor(i => i.Email).MaximumLength(120).EmailAddress().When(i => !string.IsNullOrEmpty(i.Email));
        RuleFor(i => i.Services).MaximumLength(2_000);
    }
}
