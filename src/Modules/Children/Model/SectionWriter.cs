using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>
/// Enters new contents into a section, by hand or from a register: the codes, the history, the counts, the search tokens, the changes of
/// [20], and ends resolved disagreements.
/// </summary>
internal sealed class SectionWriter(
    ChildrenDbContext db,
    DictionaryCheck dictionaries,
    FurtherFields furtherFields,
    SearchIndex index,
    ChangeRecorder changes,
    DisagreementTracker disagreements,
    PurgeSchedule purges,
    PersonalNumbers numbers,
    TimeProvider time
)
{
    /// <param name="sections">All sections of the child, tracked.</param>
    /// <param name="entered">The registered changes entered by this; null if not given.</param>
    /// <param name="clarifiesNumber">The personal number is being clarified from now on.</param>
    /// <returns>False if the contents are unchanged and nothing is entered.</returns>
    /// <exception cref="DomainException">An unknown code, an impossible date, a number of another card, or an unnamed pending change.</exception>
    public async Task<bool> EnterAsync(
        Child child,
        IReadOnlyCollection<CardSection> sections,
        SectionCode code,
        ICardSection contents,
        IReadOnlyList<Guid>? entered,
        Seal seal,
        Caller by,
        CancellationToken ct,
        bool clarifiesNumber = false
    )
    {
        contents = contents.Normalised();
        var section = sections.Single(s => s.Code == code);
        var before = section.Open(seal);
        if (contents is Identity said)
            contents = said.DoubtedAs((Identity?)before, clarifiesNumber);
        await dictionaries.RequireAsync(contents, before, ct);
        if (contents is Further further)
            await furtherFields.RequireAsync(db, further.Values, ((Further?)before)?.Values, ct);
        var named = await changes.NamedAsync(child.Id, code, entered, ct);
        if (!section.Differs(contents, seal))
            return named.Count == 0 ? false : throw new DomainException("change.nothing-entered", 409, "changes");
        CardDates.FlawsOf(contents, child, sections, seal, time.Today()).Require("section.", "section.");
        await WriteAsync(child, sections, section, contents, seal, by, ct);
        await changes.EnterAsync(named, by.SpecialistId, ct);
        if (named.Count == 0 && SectionDifferences.Between(before, contents, code).Any(c => c.Before is not null))
            db.Publish(new DataCorrected(child.Id, Correction.Card, time.Today(), by.SpecialistId), time);
        return true;
    }

    /// <summary>Restores contents that were in the Base before: chosen from two cards, or brought back.</summary>
    /// <param name="demand">The dates must be consistent.</param>
    public async Task PutAsync(
        Child child,
        IReadOnlyCollection<CardSection> sections,
        SectionCode code,
        ICardSection contents,
        bool demand,
        Seal seal,
        Caller by,
        CancellationToken ct
    )
    {
        if (demand)
            CardDates.FlawsOf(contents, child, sections, seal, time.Today()).Require("fields.", "fields.");
        await WriteAsync(child, sections, sections.Single(s => s.Code == code), contents, seal, by, ct);
    }

    private async Task WriteAsync(
        Child child,
        IReadOnlyCollection<CardSection> sections,
        CardSection section,
        ICardSection contents,
        Seal seal,
        Caller by,
        CancellationToken ct
    )
    {
        var before = section.Open(seal);
        var change = section.Change(contents, seal, by.SpecialistId, time.Utc());
        db.CardChanges.Add(change);
        var kind = SectionKind.Of(section.Code);
        kind.Count(child, contents);
        if (contents is Identity identity)
        {
            await numbers.HoldAsync(child, (Identity?)before, identity, by, "section.pin", ct);
            if (child.Rename(identity, seal))
                await purges.FollowBirthDateAsync(child, ct);
        }
        if (kind.IsSearched)
            await index.FollowAsync(db, child, sections, seal, before as Identity, ct);
        child.Count(Card.Completeness(sections), time.Today());
        await disagreements.AgreeAsync(child.Id, section.Code, contents, seal, by.SpecialistId, ct);
    }
}
