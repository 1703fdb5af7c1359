using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SaveIdentityRequest(Guid Id, Identity Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Identity>;

internal sealed class SaveIdentityValidator : Validator<SaveIdentityRequest>
{
    public SaveIdentityValidator(TimeProvider clock)
    {
        RuleFor(r => r.Section).NotNull().SetValidator(new IdentityValidator(clock));
        this.UnknownOnlyOf(r => r.Section);
    }
}

/// <summary>Names, sex, birth date and personal number [17.1]; the search tokens follow.</summary>
internal sealed class SaveIdentityEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveIdentityRequest, Identity>(tools)
{
    protected override SectionCode Code => SectionCode.Identity;
    protected override string Route => "identity";

    protected override IEnumerable<string> Warnings(Identity section) => section.Warnings();
}
