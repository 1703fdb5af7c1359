using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>The card as a whole: its sections in the order of clause 17, opened or measured together.</summary>
internal static class Card
{
    /// <summary>A new card: names, finding and relatives copied from the signal, the rest empty. Returns the sections and first history entries.</summary>
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
        foreach (var code in SectionKind.All.Select(k => k.Code))
        {
            var section = CardSection.Empty(childId, code);
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
    public static ICardSection Open(SectionCode code, SealedAt at, byte[] contents, Seal seal, string? sealedAs = null) =>
        SectionKind.Of(code).Open(at, sealedAs ?? CardSection.Purpose(code), contents, seal);

    /// <summary>The circumstances a plan may follow from, in the terms of questions and rules (<see cref="Contracts.Circumstances"/>).</summary>
    public static HashSet<string> Circumstances(CardContents card, DateOnly today) =>
        [.. SectionKind.All.SelectMany(k => k.Circumstances(card, today))];

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
