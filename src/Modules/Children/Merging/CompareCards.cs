using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="Id">The child whose card would survive.</param>
internal sealed record CompareCardsRequest(Guid Id, Guid OtherId);

internal sealed class CompareCardsValidator : Validator<CompareCardsRequest>
{
    public CompareCardsValidator() => RuleFor(r => r.OtherId).NotEmpty();
}

/// <param name="Number">Number of the case.</param>
internal sealed record ComparedCard(
    Guid Id,
    string FullName,
    string Number,
    string Territory,
    CaseStatus Status,
    DateOnly FoundOn,
    string? Responsible,
    int Completeness
);

/// <param name="Fields">Only those that differ between the two cards.</param>
/// <param name="Stays">Number of the case that continues; null if both have ended.</param>
/// <param name="Ends">Number of the open case that ends.</param>
internal sealed record CompareCardsResponse(
    ComparedCard Kept,
    ComparedCard Other,
    IReadOnlyList<FieldDifference> Fields,
    string? Stays,
    string? Ends
);

/// <summary>Two cards side by side, field by field, before they are merged.</summary>
internal sealed class CompareCardsEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists)
    : ApiEndpoint<CompareCardsRequest, CompareCardsResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/compare");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(CompareCardsRequest request, CancellationToken ct)
    {
        var (kept, other, _) = await db.PartiesAsync(request.Id, request.OtherId, Caller, ct);
        var (own, ownCase, ownSections) = await ReadAsync(kept, ct);
        var (its, itsCase, itsSections) = await ReadAsync(other, ct);
        var (stays, ends) = MergedSteps.Choose(ownCase, itsCase);
        var names = await specialists.NamesAsync([ownCase.ResponsibleId, itsCase.ResponsibleId], ct);
        await Send.OkAsync(
            new(
                Of(kept, ownCase, ownSections, await vault.OfAsync(kept.Id, ct)),
                Of(other, itsCase, itsSections, await vault.OfAsync(other.Id, ct)),
                [.. MergedFields.Differences(own, its)],
                stays?.Number,
                ends?.Number
            ),
            ct
        );

        ComparedCard Of(Child child, Case @case, List<CardSection> sections, Seal seal) =>
            new(
                child.Id,
                child.NameBy(seal),
                @case.Number,
                child.Territory,
                @case.Status,
                @case.FoundOn,
                names.GetValueOrDefault(@case.ResponsibleId),
                Card.Completeness(sections)
            );
    }

    private async Task<(CardContents, Case, List<CardSection>)> ReadAsync(Child child, CancellationToken ct)
    {
        var sections = await db.CardSections.AsNoTracking().Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var @case = await db.Cases.AsNoTracking().WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == child.Id, ct);
        return (Card.Open(sections, await vault.OfAsync(child.Id, ct)), @case, sections);
    }
}
