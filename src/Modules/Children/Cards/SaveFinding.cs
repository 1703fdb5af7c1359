using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cases;
using Registry.Kernel;
using Registry.Kernel.Access;

namespace Registry.Children.Cards;

internal sealed record SaveFindingRequest(Guid Id, Finding Section, IReadOnlyList<Guid>? Changes = null) : ISaveSection<Finding>;

internal sealed class SaveFindingValidator : Validator<SaveFindingRequest>
{
    public SaveFindingValidator()
    {
        RuleFor(r => r.Section).NotNull();
        this.UnknownOnlyOf(r => r.Section);
        When(
            r => r.Section is not null,
            () =>
            {
                RuleFor(r => r.Section.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
                RuleFor(r => r.Section.Address).MaximumLength(SectionRules.ShortText);
                RuleFor(r => r.Section.Circumstances).MaximumLength(SectionRules.LongText);
                RuleFor(r => r.Section.CameFrom).MaximumLength(SectionRules.LongText);
                RuleFor(r => r.Section.LateBecause).MaximumLength(SectionRules.LongText);
            }
        );
    }
}

/// <summary>When and where the child was found, and where it came from [17.2, 20.3].</summary>
internal sealed class SaveFindingEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<SaveFindingRequest, Finding>(tools)
{
    private readonly SaveSectionTools _tools = tools;

    protected override SectionCode Code => SectionCode.Finding;
    protected override string Route => "finding";

    /// <summary>The signal that opened the case owns the day and place: they are corrected there, and clocks and statistics follow.</summary>
    protected override async Task<Finding> CompleteAsync(Finding section, Guid childId, CancellationToken ct)
    {
        var @case = await _tools.Db.Cases.Where(c => c.ChildId == childId).MainFirst().FirstAsync(ct);
        if (section.FoundOn is { } day && day != @case.FoundOn)
            throw new DomainException("card.found-by-signal", 409, "section.foundOn");
        if (section.Territory.Has() && section.Territory != @case.FoundTerritory)
            throw new DomainException("card.found-by-signal", 409, "section.territory");
        return section with { FoundOn = @case.FoundOn, Territory = @case.FoundTerritory };
    }
}
