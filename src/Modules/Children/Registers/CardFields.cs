using System.Globalization;
using Registry.Children.Cards;

namespace Registry.Children.Registers;

/// <summary>What a card holds in a field that registers can fill, as texts: several where the field is a list.</summary>
internal static class CardFields
{
    private const string Between = " · ";

    public static IEnumerable<string> Values(CardContents card, SectionCode section, string field) =>
        section switch
        {
            SectionCode.Identity => One(Identity(card.Identity, field)),
            SectionCode.Residence => One(Residence(card.Residence, field)),
            SectionCode.Disability => One(Disability(card.Disability, field)),
            SectionCode.Relatives => (card.Relatives?.List ?? []).Where(r => field == $"relative.{r.Relation}").Select(Of),
            SectionCode.Payments => (card.Payments?.List ?? []).Where(p => p.Received && field == $"payment.{p.Kind}").Select(Of),
            SectionCode.Property => (card.Property?.List ?? []).Where(b => field == $"belonging.{b.Kind}").Select(b => b.Description),
            SectionCode.Documents => (card.Documents?.List ?? []).Where(d => d.Kind is "birth-certificate").Select(Of),
            SectionCode.Further => One(card.Further?.Values?.GetValueOrDefault(field)),
            _ => [],
        };

    public static string Of(Relative r) => Joined(r.FullName, Iso(r.BirthDate));

    public static string Of(Payment p) => p.Until is null ? $"{Iso(p.Since)} –" : $"{Iso(p.Since)} – {Iso(p.Until)}";

    public static string Of(Document d) => Joined(d.Number, Iso(d.IssuedOn), d.IssuedBy);

    private static string? Identity(Identity? i, string field) =>
        field switch
        {
            "surname" => i?.Surname,
            "name" => i?.Name,
            "patronymic" => i?.Patronymic,
            "sex" => i?.Sex?.ToString().ToLowerInvariant(),
            "birthDate" => Iso(i?.BirthDate),
            "citizenship" => i?.Citizenship,
            "pin" => i?.Pin,
            _ => null,
        };

    private static string? Residence(Residence? r, string field) =>
        field switch
        {
            "registeredTerritory" => r?.RegisteredTerritory,
            "registeredAddress" => r?.RegisteredAddress,
            "actualTerritory" => r?.ActualTerritory,
            "actualAddress" => r?.ActualAddress,
            _ => null,
        };

    private static string? Disability(Disability? d, string field) =>
        field switch
        {
            "has" => d?.Has is { } has ? (has ? "yes" : "no") : null,
            "group" => d?.Group,
            "since" => Iso(d?.Since),
            "until" => Iso(d?.Until),
            "examination" => d?.Examination,
            _ => null,
        };

    private static IEnumerable<string> One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Joined(params string?[] parts) => string.Join(Between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
