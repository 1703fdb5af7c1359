using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Cards;

/// <summary>A request that replaces one section of a child's card.</summary>
internal interface ISaveSection<out TSection>
    where TSection : class, ICardSection
{
    Guid Id { get; }
    TSection Section { get; }

    /// <summary>The registered changes of [20] that this save enters; empty: none of them. It may be left out where none waits for the section.</summary>
    IReadOnlyList<Guid>? Changes { get; }
}

/// <param name="Warnings">Codes of what looks wrong but is not refused.</param>
/// <param name="Entered">False: nothing differed from what is stored, so nothing was entered.</param>
internal sealed record SaveSectionResponse(
    int Expected,
    int Filled,
    int Explained,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Warnings,
    bool Entered
);

/// <summary>What every section's use case shares: the child in scope, the version seen, the seal, the history and the measured completeness.</summary>
internal abstract class SaveSectionEndpoint<TRequest, TSection>(SaveSectionTools tools) : ApiEndpoint<TRequest, SaveSectionResponse>
    where TRequest : ISaveSection<TSection>
    where TSection : class, ICardSection
{
    protected abstract SectionCode Code { get; }
    protected abstract string Route { get; }

    public sealed override void Configure()
    {
        Put($"children/cards/{{id}}/{Route}");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var child = await tools.Db.RegisteredAsync(request.Id, Caller.Scope, ct);
        await tools.Db.OpenCaseAsync(child.Id, Caller.Scope, ct);
        var sections = await tools.Db.CardSections.Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var section = sections.Single(s => s.Code == Code);
        var seen = section.Version;
        HttpContext.Expect(section);
        var seal = await tools.Vault.OfAsync(child.Id, ct);
        var contents = await CompleteAsync(request.Section, child.Id, ct);
        var entered = await tools.Book.EnterAsync(child, sections, Code, contents, request.Changes, seal, Caller, ct);
        if (entered)
            await tools.Db.SaveChangesAsync(ct);
        else
            HttpContext.ShowVersion(seen);
        await Send.OkAsync(
            new(
                section.Expected,
                section.Filled,
                section.Explained,
                SplitMissing(section.Missing),
                [.. Warnings(request.Section)],
                entered
            ),
            ct
        );
    }

    /// <summary>Adds what the section repeats of something kept elsewhere.</summary>
    protected virtual Task<TSection> CompleteAsync(TSection section, Guid childId, CancellationToken ct) => Task.FromResult(section);

    protected virtual IEnumerable<string> Warnings(TSection section) => [];

    internal static IReadOnlyList<string> SplitMissing(string missing) => missing.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What every section's use case needs.</summary>
internal sealed record SaveSectionTools(ChildrenDbContext Db, Vault Vault, SectionBook Book);

internal static class SectionRules
{
    private const int ReasonsAtMost = 20;
    public const int ShortText = 300;
    public const int LongText = 4_000;
    public const int ListAtMost = 50;

    /// <summary>Only items of the section can be unknown.</summary>
    public static void UnknownOnlyOf<T>(this AbstractValidator<T> validator, Func<T, ICardSection?> section)
    {
        validator
            .RuleFor(r => section(r))
            .Must(s =>
                s?.Unknown is not { } unknown || (unknown.Count <= ReasonsAtMost && unknown.Keys.All(k => s.Items().Any(i => i.Item == k)))
            )
            .WithErrorCode("card.unknown-item")
            .OverridePropertyName("Section.Unknown");
    }
}
