using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Purging;

internal enum PurgesDue
{
    /// <summary>Turning 28 within 90 days.</summary>
    Announced,

    /// <summary>Of unknown or estimated birth date: never purged without a decision.</summary>
    Undated,
}

internal sealed record ListPurgesDueRequest(PurgesDue Which = PurgesDue.Announced, string? Cursor = null, int? Size = null);

/// <param name="PurgeOn">Null where nobody has decided yet.</param>
internal sealed record PurgeDueRow(Guid ChildId, string FullName, string Territory, DateOnly? BirthDate, bool Estimated, DateOnly? PurgeOn);

internal sealed class ListPurgesDueValidator : Validator<ListPurgesDueRequest>
{
    public ListPurgesDueValidator() => RuleFor(r => r.Which).IsInEnum();
}

/// <summary>Whose data end soon, and whose end somebody must decide on [25.2].</summary>
internal sealed class ListPurgesDueEndpoint(ChildrenDbContext db, Vault vault, TimeProvider time)
    : ApiEndpoint<ListPurgesDueRequest, Page<PurgeDueRow>>
{
    private sealed record Position(DateOnly? Born, Guid Id);

    public override void Configure()
    {
        Get("children/purges-due");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListPurgesDueRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var latest = Age.BornBy(time.Today().AddDays(KeptUntil.AnnouncedDays), KeptUntil.Age);
        var after = Cursor.Read<Position>(request.Cursor);
        var rows = db.Children.AsNoTracking().Within(Caller.Scope);
        if (request.Which is PurgesDue.Announced)
        {
            rows = rows.Where(c => c.BirthDate != null && !c.BirthDateEstimated && c.BirthDate <= latest);
            if (after is { Born: { } born })
                rows = rows.Where(c => c.BirthDate > born || (c.BirthDate == born && c.Id > after.Id));
            rows = rows.OrderBy(c => c.BirthDate).ThenBy(c => c.Id);
        }
        else
        {
            rows = rows.Where(c => c.BirthDate == null || c.BirthDateEstimated);
            if (after is not null)
                rows = rows.Where(c => c.Id > after.Id);
            rows = rows.OrderBy(c => c.Id);
        }
        var page = await rows.Take(size + 1).ToListAsync(ct);
        var ids = page.Select(c => c.Id).ToList();
        var decided = await db
            .PurgeDecisions.AsNoTracking()
            .Where(d => ids.Contains(d.ChildId))
            .ToDictionaryAsync(d => d.ChildId, d => d.PurgeOn, ct);
        var seals = await vault.OfAsync(ids, ct);
        await Send.OkAsync(Cursor.Cut(page, size, c => RowOf(c, seals, decided), c => new Position(c.BirthDate, c.Id)), ct);
    }

    private static PurgeDueRow RowOf(Child c, Dictionary<Guid, Seal> seals, Dictionary<Guid, DateOnly> decided) =>
        new(
            c.Id,
            seals.TryGetValue(c.Id, out var seal) ? c.NameBy(seal) : "",
            c.Territory,
            c.BirthDate,
            c.BirthDateEstimated,
            c is { BirthDate: { } born, BirthDateEstimated: false } ? KeptUntil.Of(born)
                : decided.TryGetValue(c.Id, out var on) ? on
                : null
        );
}
