using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Registers;

/// <param name="Id">The child.</param>
internal sealed record ListDisagreementsRequest(Guid Id, string? Cursor = null, int? Size = null);

internal sealed record DisagreementView(
    Guid Id,
    Guid AskId,
    RegisterKind Kind,
    SectionCode Section,
    string Field,
    string? Here,
    string Came,
    DisagreementState State,
    DateTime SeenAt,
    string? SettledBy,
    DateTime? SettledAt,
    string? Because
);

/// <summary>Where registers disagreed with the card, and the outcomes; open ones first [18].</summary>
internal sealed class ListDisagreementsEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists)
    : ApiEndpoint<ListDisagreementsRequest, Page<DisagreementView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/cards/{id}/disagreements");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListDisagreementsRequest request, CancellationToken ct)
    {
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var size = Cursor.Size(request.Size);
        // a child has a few dozen at most: sorted here, by a criterion without an index
        var all = await db.Disagreements.AsNoTracking().Where(d => d.ChildId == request.Id).ToListAsync(ct);
        var ordered = all.OrderBy(d => d.State is not DisagreementState.Open).ThenByDescending(d => d.SeenAt).ThenBy(d => d.Id);
        var after = Cursor.Read<Position>(request.Cursor);
        var rows = (after is null ? ordered : ordered.SkipWhile(d => d.Id != after.Id).Skip(1)).Take(size + 1).ToList();
        var names = await specialists.NamesAsync([.. rows.Select(r => r.SettledBy).OfType<Guid>().Distinct()], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, d => ViewOf(d, d.Open(seal), names), d => new Position(d.Id)), ct);
    }

    private static DisagreementView ViewOf(Disagreement d, DisagreementContents c, IReadOnlyDictionary<Guid, string> names) =>
        new(
            d.Id,
            d.AskId,
            d.Kind,
            d.Section,
            d.Field,
            c.Here,
            c.Came,
            d.State,
            d.SeenAt,
            d.SettledBy is { } by ? names.GetValueOrDefault(by) : null,
            d.SettledAt,
            c.Because
        );
}
