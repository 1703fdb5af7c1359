using System.Net;
using FluentValidation;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Clients;

/// <summary>No access without an end [15.2], for systems as for people.</summary>
internal sealed class ClientDataValidator : AbstractValidator<ClientData>
{
    private const int LongestTermYears = 3;
    private const int MostAddresses = 20;
    private const int MostPerMinute = 6000;

    public ClientDataValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(IntegratorClient.NameMaxLength);
        RuleFor(c => c.BodyId).NotEmpty();
        RuleFor(c => c.Scopes).NotEmpty();
        RuleForEach(c => c.Scopes).IsInEnum();
        RuleFor(c => c.ValidFrom).NotEmpty();
        RuleFor(c => c.ValidUntil)
            .NotEmpty()
            .GreaterThanOrEqualTo(c => c.ValidFrom)
            .WithErrorCode("account.ends-before-start")
            .Must((client, until) => until <= client.ValidFrom.YearsLater(LongestTermYears))
            .WithErrorCode("client.term-too-long");
        RuleFor(c => c.Territory).Must(Soate.IsValid).WithErrorCode("territory.unknown").When(c => c.Territory is not null);
        RuleFor(c => c.PerMinute).InclusiveBetween(1, MostPerMinute);
        RuleFor(c => c.Addresses)
            .Must(list => list is null || (list.Count <= MostAddresses && list.All(a => IPAddress.TryParse(a, out _))))
            .WithErrorCode("client.address-wrong");
    }
}
