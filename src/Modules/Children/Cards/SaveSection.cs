using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Cards;

/// <param name="Id">The child.</param>
/// <param name="Section">Replaces the contents of the section.</param>
/// <param name="Changes">The registered changes of [20] entered by this save; empty for none. May be omitted if none waits for the section.</param>
internal sealed record SaveSectionRequest<T>(Guid Id, T Section, IReadOnlyList<Guid>? Changes = null)
    where T : class, ICardSection;

/// <param name="Warnings">Codes of warnings: suspicious but not refused.</param>
/// <param name="Entered">False if the contents are unchanged and nothing was entered.</param>
internal sealed record SaveSectionResponse(
    int Expected,
    int Filled,
    int Explained,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Warnings,
    bool Entered
);

internal sealed class SaveSectionValidator<T> : Validator<SaveSectionRequest<T>>
    where T : class, ICardSection
{
    public SaveSectionValidator(TimeProvider clock) => RuleFor(r => r.Section).NotNull().SetValidator(SectionKind.Of<T>().Validator(clock));
}

/// <summary>Enters one section of a card: checks scope and version, seals, writes history and measures completeness.</summary>
internal abstract class SaveSectionEndpoint<T>(SaveSectionTools tools) : ApiEndpoint<SaveSectionRequest<T>, SaveSectionResponse>
    where T : class, ICardSection
{
    private static readonly SectionKind<T> Kind = SectionKind.Of<T>();

    protected ChildrenDbContext Db => tools.Db;

    public sealed override void Configure()
    {
        Put($"children/cards/{{id}}/{Kind.Code.Code()}");
        Validator<SaveSectionValidator<T>>();
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public sealed override async Task HandleAsync(SaveSectionRequest<T> request, CancellationToken ct)
    {
        var child = await Db.RegisteredAsync(request.Id, Caller.Scope, ct);
        await Db.OpenCaseAsync(child.Id, Caller.Scope, ct);
        var sections = await Db.CardSections.Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var section = sections.Single(s => s.Code == Kind.Code);
        var seen = section.Version;
        HttpContext.Expect(section);
        var seal = await tools.Vault.OfAsync(child.Id, ct);
        var contents = await CompleteAsync(request.Section, child.Id, ct);
        var entered = await tools.Book.EnterAsync(child, sections, Kind.Code, contents, request.Changes, seal, Caller, ct);
        if (entered)
            await Db.SaveChangesAsync(ct);
        else
            HttpContext.ShowVersion(seen);
        await Send.OkAsync(
            new(section.Expected, section.Filled, section.Explained, section.MissingItems, [.. Kind.Warnings(request.Section)], entered),
            ct
        );
    }

    /// <summary>Fills in data the section copies from elsewhere.</summary>
    protected virtual Task<T> CompleteAsync(T section, Guid childId, CancellationToken ct) => Task.FromResult(section);
}

/// <summary>Dependencies of every section's use case.</summary>
internal sealed record SaveSectionTools(ChildrenDbContext Db, Vault Vault, SectionWriter Book);

/// <summary>Names, sex, birth date and personal number [17.1]; the search tokens follow.</summary>
internal sealed class SaveIdentityEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Identity>(tools);

/// <summary>Birth certificate and other documents [17.1, 20.4].</summary>
internal sealed class SaveDocumentsEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Documents>(tools);

/// <summary>When and where the child was found, and where it came from [17.2, 20.3].</summary>
internal sealed class SaveFindingEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Finding>(tools)
{
    /// <summary>The signal that opened the case owns the day and place: they are corrected there, and clocks and statistics follow.</summary>
    protected override async Task<Finding> CompleteAsync(Finding section, Guid childId, CancellationToken ct)
    {
        var @case = await Db.Cases.Where(c => c.ChildId == childId).WithSpecification(MainCaseFirst.Order).FirstAsync(ct);
        if (section.FoundOn is { } day && day != @case.FoundOn)
            throw new DomainException("card.found-by-signal", 409, "section.foundOn");
        if (section.Territory.Has() && section.Territory != @case.FoundTerritory)
            throw new DomainException("card.found-by-signal", 409, "section.territory");
        return section with { FoundOn = @case.FoundOn, Territory = @case.FoundTerritory };
    }
}

/// <summary>Registered and actual residence, if any [17.3].</summary>
internal sealed class SaveResidenceEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Residence>(tools);

/// <summary>Parents and close relatives: whether they exist, names, abroad for work, whereabouts [17.4, 20.2].</summary>
internal sealed class SaveRelativesEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Relatives>(tools);

/// <summary>Disability, its group, term and examination [17.5, 20.5].</summary>
internal sealed class SaveDisabilityEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Disability>(tools);

/// <summary>Social payments received, and those the child is entitled to but does not receive [17.6, 20.6].</summary>
internal sealed class SavePaymentsEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Payments>(tools);

/// <summary>Housing assigned to the child and a list of other property [17.7, 20.7].</summary>
internal sealed class SavePropertyEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Property>(tools);

/// <summary>Legal statuses of the child and the causes of the situation [17.8, 20.1, 11.4].</summary>
internal sealed class SaveLegalStatusEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<LegalStatus>(tools);

/// <summary>Other information needed to determine the needs: the fields defined by the administrator [17.9].</summary>
internal sealed class SaveFurtherEndpoint(SaveSectionTools tools) : SaveSectionEndpoint<Further>(tools);
