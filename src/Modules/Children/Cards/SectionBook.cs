using Registry.Children.Changes;
using Registry.Children.Database;
using Registry.Children.Search;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;

namespace Registry.Children.Cards;

/// <summary>Enters new contents into a section, by hand or from a register: the history, what is counted, the search tokens, the changes of [20].</summary>
internal sealed class SectionBook(ChildrenDbContext db, SearchIndex index, ChangeBook changes, TimeProvider time)
{
    /// <param name="sections">All sections of the child, tracked.</param>
    public async Task EnterAsync(
        Child child,
        IReadOnlyCollection<CardSection> sections,
        SectionCode code,
        ICardSection contents,
        Seal seal,
        Guid by,
        CancellationToken ct
    )
    {
        db.CardChanges.Add(sections.Single(s => s.Code == code).Change(contents, seal, by, time.Utc()));
        switch (contents)
        {
            case Identity identity:
                child.Rename(identity, seal);
                await index.ReplaceAsync(db, child, identity, ct);
                break;
            case Disability disability:
                child.Count(disability);
                break;
            case Relatives relatives:
                child.Count(relatives);
                break;
            case LegalStatus status:
                child.Count(status);
                break;
        }
        child.Count(Card.Completeness(sections), time.Today());
        await changes.EnterAsync(child.Id, code, by, ct);
    }
}
