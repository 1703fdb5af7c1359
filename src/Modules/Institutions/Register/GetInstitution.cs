using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Register;

internal sealed record GetInstitutionRequest(Guid Id);

internal sealed record InspectionView(DateOnly On, string By, string Findings, DateOnly? MendBy);

/// <param name="Before">The data before the act; null for the first.</param>
internal sealed record InstitutionEventView(InstitutionAct Act, DateTime At, string? By, InstitutionData? Before);

/// <param name="Placed">Children who live there today.</param>
internal sealed record GetInstitutionResponse(
    Guid Id,
    InstitutionData Institution,
    int Placed,
    DateOnly? ClosedOn,
    string? ClosedBecause,
    IReadOnlyList<InspectionView> Inspections,
    IReadOnlyList<InstitutionEventView> History
);

/// <summary>An institution with its occupancy, inspections and history, inside the reader's scope [5.admin].</summary>
internal sealed class GetInstitutionEndpoint(InstitutionsDbContext db, ISpecialists specialists)
    : ApiEndpoint<GetInstitutionRequest, GetInstitutionResponse>
{
    private const int Most = 100;

    public override void Configure()
    {
        Get("institutions/{id}");
        Guarded(Permission.ReadInstitutions, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetInstitutionRequest request, CancellationToken ct)
    {
        var institution = await db.FindInScopeAsync(request.Id, Caller, ct);
        HttpContext.ShowVersion(institution.Version);
        var inspections = await db
            .Inspections.AsNoTracking()
            .Where(i => i.InstitutionId == institution.Id)
            .OrderByDescending(i => i.On)
            .ThenByDescending(i => i.Id)
            .Take(Most)
            .ToListAsync(ct);
        var history = await db
            .Events.AsNoTracking()
            .Where(e => e.InstitutionId == institution.Id)
            .OrderByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(ct);
        var names = await specialists.NamesAsync([.. history.Select(e => e.By).Distinct()], ct);
        await Send.OkAsync(
            new(
                institution.Id,
                institution.Data,
                await db.Placements.CountAsync(p => p.InstitutionId == institution.Id && p.Until == null, ct),
                institution.ClosedOn,
                institution.ClosedBecause,
                [.. inspections.Select(i => new InspectionView(i.On, i.By, i.Findings, i.MendBy))],
                [.. history.Select(e => new InstitutionEventView(e.Act, e.At, names.GetValueOrDefault(e.By), DataOf(e.Before)))]
            ),
            ct
        );
    }

    private static InstitutionData? DataOf(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<InstitutionData>(json, JsonRules.Options);
}
