using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>Checks the dates of a section against those of the other sections.</summary>
internal static class CardDates
{
    /// <param name="sections">All sections of the child before this entry.</param>
    public static IEnumerable<DateFlaw> FlawsOf(
        ICardSection contents,
        Child child,
        IReadOnlyCollection<CardSection> sections,
        Seal seal,
        DateOnly today
    ) =>
        contents switch
        {
            Identity identity => DatePlausibility.OfBirth(Said(identity, Card.Open(sections, seal).Finding, child), today),
            Finding finding => DatePlausibility.OfFound(Said(Card.Open(sections, seal).Identity, finding, child), today),
            _ => [],
        };

    private static StatedDates Said(Identity? identity, Finding? finding, Child child) =>
        identity.DatesWith(child.EnteredOn, finding?.FoundOn) with
        {
            LateBecause = finding?.LateBecause,
        };

    public static StatedDates DatesWith(this Identity? identity, DateOnly enteredOn, DateOnly? foundOn) =>
        new(
            enteredOn,
            foundOn,
            identity?.BirthDate,
            identity?.Pin,
            InDoubt: identity is { BirthDateInDoubt: true },
            AdultBecause: identity?.AdultBecause
        );
}
