using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Changes;

internal sealed record ListChangesRequest(Guid Id, string? Cursor = null, int? Size = null);

internal sealed record ChangeView(
    Guid Id,
    ChangeKind Kind,
    string Clause,
    SectionCode Section,
    DateOnly LearnedOn,
    DateOnly HappenedOn,
    string What,
    string? Document,
    string? ReportedBy,
    DateOnly? EnteredOn,
    DateOnly? WithdrawnOn,
    string? Withdrawal,
    DateOnly? EndedOn,
    DateOnly? DueOn,
    Guid Version
);

/// <summary>The changes registered for a child, newest first [20].</summary>
internal sealed class ListChangesEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists)
    : ApiEndpoint<ListChangesRequest, Page<ChangeView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("children/cards/{id}/changes");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListChangesRequest request, CancellationToken ct)
    {
        await db.WithCardAsync(request.Id, Caller.Scope, ct);
        var size = Cursor.Size(request.Size);
        var changes = db.Changes.AsNoTracking().Where(c => c.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            changes = changes.Where(c => c.Id < after.Id);
        var rows = await changes.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        // owed again after a reopening: the last day counts
        var due = await db
            .Deadlines.Where(d => ids.Contains(d.AboutId))
            .GroupBy(d => d.AboutId)
            .Select(same => new { same.Key, DueOn = same.Max(d => d.DueOn) })
            .ToDictionaryAsync(d => d.Key, d => d.DueOn, ct);
        var names = await specialists.NamesAsync([.. rows.Select(r => r.ReportedBy)], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, r => ViewOf(r, r.Open(seal), names, due), r => new Position(r.Id)), ct);
    }

    private static ChangeView ViewOf(
        ReportedChange c,
        ChangeContents contents,
        IReadOnlyDictionary<Guid, string> names,
        Dictionary<Guid, DateOnly> due
    ) =>
        new(
            c.Id,
            c.Kind,
            c.Kind.Clause(),
            c.Kind.Section(),
            c.LearnedOn,
            c.HappenedOn,
            contents.What,
            contents.Document,
            names.GetValueOrDefault(c.ReportedBy),
            c.EnteredOn,
            c.WithdrawnOn,
            contents.Withdrawal,
            c.EndedOn,
            due.TryGetValue(c.Id, out var day) ? day : null,
            c.Version
        );
}
