using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record ListInstitutionsRequest(
    string? Search = null,
    string? Territory = null,
    InstitutionKind? Kind = null,
    Ownership? Ownership = null,
    bool? Closed = null,
    string? Cursor = null,
    int? Size = null
);

/// <param name="IsAccredited">False when there is no accreditation or it has ended.</param>
internal sealed record InstitutionRow(
    Guid Id,
    string NameKy,
    string NameRu,
    InstitutionKind Kind,
    Ownership Ownership,
    string Territory,
    int Capacity,
    int Placed,
    bool IsAccredited,
    DateOnly? AccreditedUntil,
    DateOnly? ClosedOn
);

/// <summary>The institutions by the name shown, inside the reader's scope, with how full they are [5.admin].</summary>
internal sealed class ListInstitutionsEndpoint(InstitutionsDbContext db, TimeProvider time)
    : ApiEndpoint<ListInstitutionsRequest, Page<InstitutionRow>>
{
    public override void Configure()
    {
        Get("institutions");
        Guarded(Permission.ReadInstitutions, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListInstitutionsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var rows = db.Institutions.AsNoTracking().WithSpecification(new InstitutionsInScope(Caller));
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(i => i.SearchText.Contains(word));
        if (request.Territory is { } territory && Soate.IsValid(territory))
            rows = rows.Within(DataScope.In(territory));
        if (request.Kind is { } kind)
            rows = rows.Where(i => i.Kind == kind);
        if (request.Ownership is { } ownership)
            rows = rows.Where(i => i.Ownership == ownership);
        rows = request.Closed == true ? rows.Where(i => i.ClosedOn != null) : rows.Where(i => i.ClosedOn == null);
        var inKyrgyz = Texts.LanguageOf(HttpContext.Request) is "ky";
        var order = inKyrgyz ? nameof(Institution.OrderKy) : nameof(Institution.OrderRu);
        var page = await rows.ByName(order, Cursor.Read<NamePosition>(request.Cursor)).Take(size + 1).ToListAsync(ct);
        var placed = await db.PlacedAsync([.. page.Select(i => i.Id)], ct);
        var today = time.Today();
        await Send.OkAsync(
            Cursor.Cut(
                page,
                size,
                i => new InstitutionRow(
                    i.Id,
                    i.NameKy,
                    i.NameRu,
                    i.Kind,
                    i.Ownership,
                    i.Territory,
                    i.Capacity,
                    placed.GetValueOrDefault(i.Id),
                    i.AccreditedFrom <= today && (i.AccreditedUntil is null || i.AccreditedUntil >= today),
                    i.AccreditedUntil,
                    i.ClosedOn
                ),
                i => new NamePosition(inKyrgyz ? i.OrderKy : i.OrderRu, i.Id)
            ),
            ct
        );
    }
}
