using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Cards;

/// <summary>The printed card with every item of [17, 21]; an unknown item gives its reason.</summary>
internal sealed class CardPaper(
    ChildrenDbContext db,
    CardReads reads,
    Vault vault,
    IDictionaries dictionaries,
    ITerritories territories,
    Texts texts
) : IPaperSource
{
    public PaperKind Kind => PaperKind.Card;

    public async Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct)
    {
        var card = Card.Open(await reads.SectionsAsync(childId, ct), await vault.OfAsync(childId, ct));
        var fields = await db.FurtherFields.AsNoTracking().OrderBy(f => f.Order).ToListAsync(ct);
        var say = new PaperWords(texts, language, dictionaries, territories)
        {
            FurtherFields = fields.ToDictionary(f => f.Code, f => (f.Name, f.Choices)),
        };
        await say.LoadAsync(
            ["unknown-reason", .. SectionKind.All.SelectMany(k => k.Dictionaries), .. fields.Select(f => f.Choices).OfType<string>()],
            SectionKind.All.SelectMany(k => k.Places(card)),
            ct
        );
        return [.. SectionKind.All.Select(kind => Section(kind, kind.In(card), say)).OfType<PaperSection>()];
    }

    private static PaperSection Section(SectionKind kind, ICardSection? contents, PaperWords say) =>
        new(
            say.Text($"paper.section.{char.ToLowerInvariant($"{kind.Code}"[0])}{$"{kind.Code}"[1..]}"),
            contents is null
                ? [new("", say.Text("paper.nothing-entered"))]
                :
                [
                    .. kind.Print(contents, say)
                        .Select(p => new PaperLine(
                            p.Label ?? say.Text($"paper.item.{p.Item}"),
                            p.Value.Has() ? p.Value!
                                : contents.Unknown?.TryGetValue(p.Item, out var why) == true
                                    ? say.Text("paper.unknown") + say.Name("unknown-reason", why)
                                : ""
                        )),
                ]
        );
}
