using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Papers;

internal sealed record ListPapersOfChildRequest(Guid Id, string? Cursor = null, int? Size = null);

internal sealed record PaperRow(
    Guid Id,
    string Number,
    PaperKind Kind,
    string Language,
    DateTime At,
    string? By,
    bool Certified,
    string Purpose
);

/// <summary>The paper copies in a child's file, latest first: what was printed, by whom and for what purpose [21].</summary>
internal sealed class ListPapersOfChildEndpoint(ReportingDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ListPapersOfChildRequest, Page<PaperRow>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("reporting/papers/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListPapersOfChildRequest request, CancellationToken ct)
    {
        await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var size = Cursor.Size(request.Size);
        var rows = db.Papers.AsNoTracking().Where(p => p.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(p => p.Id < after.Id);
        var page = await rows.OrderByDescending(p => p.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. page.Select(p => p.By).Distinct()], ct);
        var seal = await vault.OfAsync(request.Id, ct);
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                p => new PaperRow(p.Id, p.Number, p.Kind, p.Language, p.At, names.GetValueOrDefault(p.By), p.Certified, p.PurposeBy(seal)),
                p => new Position(p.Id)
            ),
            ct
        );
    }
}
