using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Drafts;

internal sealed record ListDraftsRequest(string? Cursor = null, int? Size = null);

/// <param name="Key">Begins with the form, such as <c>register-signal</c>.</param>
/// <param name="ChildName">Null if the form is about no child in the Base yet.</param>
internal sealed record DraftRow(string Key, long Number, Guid? ChildId, string? ChildName, string? Place, DateTime SavedAt);

/// <summary>A user's own unsent forms, latest first; those about children now out of the user's reach are left out.</summary>
internal sealed class ListDraftsEndpoint(ChildrenDbContext db, DraftSubjects subjects, Vault vault)
    : ApiEndpoint<ListDraftsRequest, Page<DraftRow>>
{
    private sealed record Position(DateTime SavedAt, string Key);

    public override void Configure()
    {
        Get("children/drafts");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListDraftsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var mine = db.Drafts.AsNoTracking().Where(d => d.AccountId == Caller.AccountId);
        var about = await mine.Where(d => d.ChildId != null).Select(d => d.ChildId!.Value).Distinct().ToListAsync(ct);
        var readable = about.Count == 0 ? [] : (await subjects.ReadableAsync(Caller, about, ct)).ToList();
        mine = mine.Where(d => d.ChildId == null || readable.Contains(d.ChildId.Value));
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            mine = mine.Where(d => d.SavedAt < after.SavedAt || (d.SavedAt == after.SavedAt && string.Compare(d.Key, after.Key) > 0));
        var rows = await mine.OrderByDescending(d => d.SavedAt)
            .ThenBy(d => d.Key)
            .Take(size + 1)
            .Select(d => new
            {
                d.Key,
                d.Number,
                d.ChildId,
                d.Place,
                d.SavedAt,
            })
            .ToListAsync(ct);
        var shown = rows.Select(r => r.ChildId).OfType<Guid>().Distinct().ToList();
        var children = await db.Children.AsNoTracking().Where(c => shown.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var seals = await vault.OfAsync(shown, ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new DraftRow(r.Key, r.Number, r.ChildId, NameOf(r.ChildId, children, seals), r.Place, r.SavedAt),
                r => new Position(r.SavedAt, r.Key)
            ),
            ct
        );
    }

    private static string? NameOf(Guid? id, Dictionary<Guid, Child> children, Dictionary<Guid, Seal> seals) =>
        id is { } child
            ? children.TryGetValue(child, out var row) && seals.TryGetValue(child, out var seal)
                ? row.NameShown(seal)
                : ""
            : null;
}
