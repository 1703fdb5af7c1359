using Registry.Children.Changes;
using Registry.Children.Database;
using Registry.Children.Dictionaries;
using Registry.Children.Registers;
using Registry.Children.Search;
using Registry.Kernel;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Cards;

/// <summary>
/// Enters new contents into a section, by hand or from a register: the codes, the history, what is counted, the search tokens, the changes of [20] and
/// the disagreements that are none any more.
/// </summary>
internal sealed class SectionBook(
    ChildrenDbContext db,
    DictionaryBook dictionaries,
    FurtherFields furtherFields,
    SearchIndex index,
    ChangeBook changes,
    DisagreementBook disagreements,
    TimeProvider time
)
{
    /// <param name="sections">All sections of the child, tracked.</param>
    /// <param name="entered">The registered changes that this enters; null where it was not said.</param>
    /// <returns>False: the contents are the same as before, and nothing is entered.</returns>
    /// <exception cref="DomainException">A code that no dictionary has today, or a change that waits and was not named.</exception>
    public async Task<bool> EnterAsync(
        Child child,
        IReadOnlyCollection<CardSection> sections,
        SectionCode code,
        ICardSection contents,
        IReadOnlyList<Guid>? entered,
        Seal seal,
        Guid by,
        CancellationToken ct
    )
    {
        contents = contents.Normalised();
        await dictionaries.DemandAsync(contents, ct);
        if (contents is Further further)
            await furtherFields.DemandAsync(db, further.Values, ct);
        var section = sections.Single(s => s.Code == code);
        var named = await changes.NamedAsync(child.Id, code, entered, ct);
        if (!section.Differs(contents, seal))
            return named.Count == 0 ? false : throw new DomainException("change.nothing-entered", 409, "changes");
        var change = section.Change(contents, seal, by, time.Utc());
        db.CardChanges.Add(change);
        switch (contents)
        {
            case Identity identity:
                child.Rename(identity, seal);
                var before = change.SealedBefore is { } old ? seal.Open<Identity>(CardSection.Purpose(code), old) : null;
                await index.FollowAsync(db, child, sections, seal, before, ct);
                break;
            case Disability disability:
                child.Count(disability);
                break;
            case Relatives relatives:
                child.Count(relatives);
                await index.FollowAsync(db, child, sections, seal, null, ct);
                break;
            case LegalStatus status:
                child.Count(status);
                await index.FollowAsync(db, child, sections, seal, null, ct);
                break;
        }
        child.Count(Card.Completeness(sections), time.Today());
        await changes.EnterAsync(named, by, ct);
        await disagreements.AgreeAsync(child.Id, code, contents, seal, by, ct);
        return true;
    }
}
