using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Purging;

internal enum PurgesDue
{
    /// <summary>Announced: purged on its day, unless something speaks against it.</summary>
    Announced,

    /// <summary>Was due and did not run by itself: a decision is owed.</summary>
    Held,

    /// <summary>Birth date unknown, estimated or in doubt: never purged without a decision.</summary>
    Undated,
}

internal sealed record ListPurgesDueRequest(PurgesDue Which = PurgesDue.Announced, string? Cursor = null, int? Size = null);

internal sealed class ListPurgesDueValidator : Validator<ListPurgesDueRequest>
{
    public ListPurgesDueValidator() => RuleFor(r => r.Which).IsInEnum();
}

/// <summary>Records due for purge soon, held, or in need of a decision; each row gives the reasons [25.2].</summary>
internal sealed class ListPurgesDueEndpoint(ChildrenDbContext db, PurgeDueViews views)
    : ApiEndpoint<ListPurgesDueRequest, Page<PurgeDueRow>>
{
    private sealed record Position(DateOnly? Day, Guid Id);

    public override void Configure()
    {
        Get("children/purges-due");
        Guarded(Permission.DecidePurges, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListPurgesDueRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var after = Cursor.Read<Position>(request.Cursor);
        var children = await Rows(request.Which, after).Take(size + 1).ToListAsync(ct);
        var rows = await views.OfAsync([.. children.Take(size)], Caller.SpecialistId, ct);
        await Send.OkAsync(
            Cursor.Cut(
                children,
                size,
                c => rows[c.Id],
                c => new Position(request.Which is PurgesDue.Announced ? c.PurgeOn : c.PurgeHeldOn, c.Id)
            ),
            ct
        );
    }

    private IQueryable<Child> Rows(PurgesDue which, Position? after)
    {
        var rows = db.Children.AsNoTracking().Within(Caller.Scope).Where(c => c.State != ChildState.Merged);
        switch (which)
        {
            case PurgesDue.Announced:
                rows = rows.Where(c => c.PurgeAnnouncedOn != null && c.PurgeHeldOn == null);
                if (after is { Day: { } on })
                    rows = rows.Where(c => c.PurgeOn > on || (c.PurgeOn == on && c.Id > after.Id));
                return rows.OrderBy(c => c.PurgeOn).ThenBy(c => c.Id);
            case PurgesDue.Held:
                rows = rows.Where(c => c.PurgeHeldOn != null);
                if (after is { Day: { } held })
                    rows = rows.Where(c => c.PurgeHeldOn > held || (c.PurgeHeldOn == held && c.Id > after.Id));
                return rows.OrderBy(c => c.PurgeHeldOn).ThenBy(c => c.Id);
            default:
                rows = rows.Where(c => (c.BirthYear == null || c.BirthDateEstimated || c.BirthDateInDoubt) && c.PurgeHeldOn == null);
                if (after is not null)
                    rows = rows.Where(c => c.Id > after.Id);
                return rows.OrderBy(c => c.Id);
        }
    }
}
