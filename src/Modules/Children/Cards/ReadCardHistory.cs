using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Cards;

internal sealed record ReadCardHistoryRequest(Guid Id, string? Cursor = null, int? Size = null);

internal sealed record CardChangeView(Guid Id, SectionCode Section, DateTime At, string? By, IReadOnlyList<ItemChange> Items);

/// <summary>Who changed what on a card and when, with the contents before and after [14.2].</summary>
internal sealed class ReadCardHistoryEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists)
    : ApiEndpoint<ReadCardHistoryRequest, Page<CardChangeView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/cards/{id}/history");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadCardHistoryRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var rows = db.CardChanges.AsNoTracking().Where(c => c.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(c => c.Id < after.Id);
        var changes = await rows.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. changes.Select(c => c.By).Distinct()], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(
            Cursor.Cut(
                changes,
                size,
                c => new CardChangeView(c.Id, c.Section, c.At, names.GetValueOrDefault(c.By), Compare(c, seal)),
                c => new Position(c.Id)
            ),
            ct
        );
    }

    private static IReadOnlyList<ItemChange> Compare(CardChange change, Seal seal) =>
        SectionDifferences.Between(change.OpenBefore(seal), change.OpenAfter(seal), change.Section);
}
