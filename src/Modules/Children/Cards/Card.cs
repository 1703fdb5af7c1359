using Registry.Kernel.Vault;

namespace Registry.Children.Cards;

/// <summary>The card as a whole: its sections in the order of clause 17, opened or measured together.</summary>
internal static class Card
{
    public static readonly IReadOnlyList<(SectionCode Code, ICardSection Nothing)> EmptySections =
    [
        (SectionCode.Identity, new Identity()),
        (SectionCode.Documents, new Documents()),
        (SectionCode.Finding, new Finding()),
        (SectionCode.Residence, new Residence()),
        (SectionCode.Relatives, new Relatives()),
        (SectionCode.Disability, new Disability()),
        (SectionCode.Payments, new Payments()),
        (SectionCode.Property, new Property()),
        (SectionCode.LegalStatus, new LegalStatus()),
        (SectionCode.Further, new Further()),
    ];

    /// <summary>A new card: names, finding and relatives are taken over from the signal, the rest waits empty. Sections and the first entries of the history.</summary>
    public static IEnumerable<object> Open(
        Guid childId,
        Identity identity,
        Finding finding,
        IReadOnlyList<Relative>? relatives,
        Seal seal,
        Guid by,
        DateTime at
    )
    {
        foreach (var (code, nothing) in EmptySections)
        {
            var section = CardSection.Empty(childId, code, nothing);
            yield return section;
            if (code is SectionCode.Identity)
                yield return section.Change(identity, seal, by, at);
            if (code is SectionCode.Finding)
                yield return section.Change(finding, seal, by, at);
            if (code is SectionCode.Relatives && relatives is { Count: > 0 })
                yield return section.Change(new Relatives(List: relatives), seal, by, at);
        }
    }

    /// <summary>Filled and explained items in percent of the expected ones [14.2].</summary>
    public static int Completeness(IReadOnlyCollection<CardSection> sections)
    {
        var expected = sections.Sum(s => s.Expected);
        return expected == 0 ? 100 : sections.Sum(s => s.Filled + s.Explained) * 100 / expected;
    }

    /// <summary>One sealed version of a section.</summary>
    public static ICardSection Open(SectionCode code, SealedAt at, byte[] contents, Seal seal, string? sealedAs = null)
    {
        var purpose = sealedAs ?? CardSection.Purpose(code);
        return code switch
        {
            SectionCode.Identity => seal.Open<Identity>(at, purpose, contents),
            SectionCode.Documents => seal.Open<Documents>(at, purpose, contents),
            SectionCode.Finding => seal.Open<Finding>(at, purpose, contents),
            SectionCode.Residence => seal.Open<Residence>(at, purpose, contents),
            SectionCode.Relatives => seal.Open<Relatives>(at, purpose, contents),
            SectionCode.Disability => seal.Open<Disability>(at, purpose, contents),
            SectionCode.Payments => seal.Open<Payments>(at, purpose, contents),
            SectionCode.Property => seal.Open<Property>(at, purpose, contents),
            SectionCode.LegalStatus => seal.Open<LegalStatus>(at, purpose, contents),
            _ => seal.Open<Further>(at, purpose, contents),
        };
    }

    public static CardContents Open(IReadOnlyCollection<CardSection> sections, Seal seal)
    {
        return new(
            Section<Identity>(SectionCode.Identity),
            Section<Documents>(SectionCode.Documents),
            Section<Finding>(SectionCode.Finding),
            Section<Residence>(SectionCode.Residence),
            Section<Relatives>(SectionCode.Relatives),
            Section<Disability>(SectionCode.Disability),
            Section<Payments>(SectionCode.Payments),
            Section<Property>(SectionCode.Property),
            Section<LegalStatus>(SectionCode.LegalStatus),
            Section<Further>(SectionCode.Further)
        );

        T? Section<T>(SectionCode code)
            where T : class => sections.FirstOrDefault(s => s.Code == code)?.Open(seal) as T;
    }
}
