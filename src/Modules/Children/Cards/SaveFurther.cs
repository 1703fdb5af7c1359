using FastEndpoints;
using FluentValidation;

namespace Registry.Children.Cards;

internal sealed record SaveFurtherRequest(Guid Id, Further Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Further>;

internal sealed class SaveFurtherValidator : Validator<SaveFurtherRequest>
{
    public SaveFurtherValidator()
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.Values)
                    .Must(v => v is null || v.Values.All(x => x is not null && x.Length <= SectionRules.LongText))
                    .WithErrorCode("field.too-long");
            }
        );
    }
}

/// <summary>Other information needed to form the needs: the fields that the administrator defined [17.9].</summary>
internal sealed class SaveFurtherEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveFurtherRequest, Further>(tools)
{
    protected override SectionCode Code => SectionCode.Further;
    protected override string Route => "further";
}
