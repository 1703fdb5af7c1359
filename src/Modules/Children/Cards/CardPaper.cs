using System.Globalization;
using Registry.Contracts;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Cards;

/// <summary>The card with every item of [17] as it is printed [21]; an item that is unknown says why.</summary>
internal sealed class CardPaper(CardReads reads, Vault vault, IDictionaries dictionaries, ITerritories territories, Texts texts)
    : IPaperSource
{
    public PaperKind Kind => PaperKind.Card;

    public async Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct)
    {
        var card = Card.Open(await reads.SectionsAsync(childId, ct), await vault.OfAsync(childId, ct));
        var say = new PaperWords(texts, language, dictionaries, territories);
        await say.LoadAsync(
            ["document", "relation", "disability", "payment", "property", "legal-status", "cause", "unknown-reason"],
            [card.Finding?.Territory, card.Residence?.RegisteredTerritory, card.Residence?.ActualTerritory],
            ct
        );
        return
        [
            Section(
                "identity",
                card.Identity,
                i =>
                    [
                        ("surname", i.Surname),
                        ("name", i.Name),
                        ("patronymic", i.Patronymic),
                        ("sex", say.Code("sex", i.Sex?.ToString())),
                        ("birthDate", Day(i.BirthDate)),
                        ("pin", i.PinInDoubt ? $"{i.Pin} ({say.Text("paper.being-clarified")})" : i.Pin),
                        ("citizenship", i.Citizenship),
                        .. i.ForeignNumber.Has() ? [("foreignNumber", i.ForeignNumber)] : Array.Empty<(string, string?)>(),
                    ]
            ),
            Section(
                "documents",
                card.Documents,
                d =>
                    [
                        ("birthCertificate", say.YesNo(d.HasBirthCertificate)),
                        .. (d.List ?? []).Select(x =>
                            ("document", Join(say.Name("document", x.Kind), x.Number, Day(x.IssuedOn), x.IssuedBy))
                        ),
                    ]
            ),
            Section(
                "finding",
                card.Finding,
                f =>
                    [
                        ("foundOn", Day(f.FoundOn)),
                        ("address", Join(say.Place(f.Territory), f.Address)),
                        ("circumstances", f.Circumstances),
                        ("cameFrom", f.CameFrom),
                    ]
            ),
            Section(
                "residence",
                card.Residence,
                r =>
                    r.NoResidence
                        ? [("registeredAddress", say.Text("paper.no-residence"))]
                        :
                        [
                            ("registeredAddress", Join(r.RegisteredCountry ?? say.Place(r.RegisteredTerritory), r.RegisteredAddress)),
                            ("actualAddress", Join(r.ActualCountry ?? say.Place(r.ActualTerritory), r.ActualAddress)),
                            ("livesWith", r.LivesWith),
                        ]
            ),
            Section(
                "relatives",
                card.Relatives,
                r =>
                    [
                        ("mother", say.Code("parent", r.Mother?.ToString())),
                        ("father", say.Code("parent", r.Father?.ToString())),
                        .. (r.List ?? []).Select(x =>
                            (
                                "relative",
                                Join(
                                    say.Name("relation", x.Relation),
                                    x.FullName,
                                    x.AbroadForWork ? say.Text("paper.abroad") : null,
                                    x.Country,
                                    x.Phone
                                )
                            )
                        ),
                    ]
            ),
            Section(
                "disability",
                card.Disability,
                d =>
                    d.Has == true
                        ?
                        [
                            ("has", say.YesNo(d.Has)),
                            ("group", say.Name("disability", d.Group)),
                            ("since", Day(d.Since)),
                            ("until", Day(d.Until)),
                            ("needs", d.Needs),
                        ]
                        : [("has", say.YesNo(d.Has))]
            ),
            Section(
                "payments",
                card.Payments,
                p =>
                    [
                        ("receivesAny", say.YesNo(p.ReceivesAny)),
                        .. (p.List ?? []).Select(x =>
                            ("payment", Join(say.Name("payment", x.Kind), say.Text(x.Received ? "paper.received" : "paper.not-received")))
                        ),
                    ]
            ),
            Section(
                "property",
                card.Property,
                p =>
                    [
                        ("housingAssigned", say.YesNo(p.HousingAssigned)),
                        ("housingAddress", p.HousingAddress),
                        ("hasOther", say.YesNo(p.HasOther)),
                        .. (p.List ?? []).Select(x => ("belonging", Join(say.Name("property", x.Kind), x.Description))),
                    ]
            ),
            Section(
                "legalStatus",
                card.LegalStatus,
                l =>
                    [
                        (
                            "statuses",
                            l.NoSpecialStatus
                                ? say.Text("paper.no-status")
                                : string.Join("; ", (l.Statuses ?? []).Select(s => say.Name("legal-status", s)))
                        ),
                        ("causes", string.Join("; ", (l.Causes ?? []).Select(c => say.Name("cause", c)))),
                        ("ground", l.Ground),
                    ]
            ),
        ];

        PaperSection Section<T>(string title, T? section, Func<T, IEnumerable<(string Item, string? Value)>> lines)
            where T : class, ICardSection => new(say.Text($"paper.section.{title}"), [.. LinesOf(section, lines)]);

        IEnumerable<PaperLine> LinesOf<T>(T? section, Func<T, IEnumerable<(string Item, string? Value)>> lines)
            where T : class, ICardSection
        {
            if (section is null)
                return [new("", say.Text("paper.nothing-entered"))];
            return lines(section)
                .Select(l => new PaperLine(
                    say.Text($"paper.item.{l.Item}"),
                    l.Value.Has() ? l.Value!
                        : section.Unknown?.TryGetValue(l.Item, out var why) == true
                            ? say.Text("paper.unknown") + say.Name("unknown-reason", why)
                        : ""
                ));
        }
    }

    internal static string Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(p => p.Has()));
}

/// <summary>Texts, codes and places in the paper's language.</summary>
internal sealed class PaperWords(Texts texts, string language, IDictionaries dictionaries, ITerritories territories)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _names = [];
    private readonly Dictionary<string, string> _places = [];

    public async Task LoadAsync(IEnumerable<string> wanted, IEnumerable<string?> codes, CancellationToken ct)
    {
        foreach (var dictionary in wanted)
            _names[dictionary] = await dictionaries.NamesAsync(dictionary, language, ct);
        foreach (var code in codes.Where(c => c.Has()).Distinct())
            _places[code!] = await territories.NameAsync(code!, language, ct);
    }

    public string Text(string key) => texts.Say(language, key);

    public string Name(string dictionary, string? code) => code is null ? "" : _names[dictionary].GetValueOrDefault(code) ?? code;

    public string Code(string kind, string? code) => code is null ? "" : Text($"paper.{kind}.{code}");

    public string YesNo(bool? value) => value is { } said ? Text(said ? "paper.yes" : "paper.no") : "";

    public string Place(string? code) => code is null ? "" : _places.GetValueOrDefault(code) ?? "";
}
