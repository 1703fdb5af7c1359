using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

/// <summary>Institutions and placements, as browsers enter them.</summary>
internal static class Homes
{
    private static int _next;

    public static object Institution(
        string territory = Road.AkSuu,
        int capacity = 10,
        string kind = "residential",
        string? inn = null,
        string nameRu = "Детский дом",
        string nameKy = "Балдар үйү"
    ) =>
        new
        {
            nameKy,
            nameRu,
            inn = inn ?? $"0{2_000_000_000_000L + Interlocked.Increment(ref _next)}",
            ownership = "state",
            kind,
            address = "Мектеп 1",
            territory,
            capacity,
            accreditation = "А-1",
            accreditedFrom = "2025-01-01",
            accreditedUntil = "2029-01-01",
        };

    public static async Task<Guid> RegisterInstitutionAsync(
        this HttpClient admin,
        string territory = Road.AkSuu,
        int capacity = 10,
        string kind = "residential"
    ) =>
        (
            await admin
                .PostAsync("/api/institutions", new { institution = Institution(territory, capacity, kind) })
                .JsonAsync(HttpStatusCode.Created)
        ).Id();

    public static object Placement(
        Guid? institution,
        string from = "2026-11-20",
        string kind = "institution",
        string? carer = null,
        string? gap = null,
        string? beyondCapacity = null
    ) =>
        new
        {
            kind,
            from,
            decidedOn = from,
            legalGround = "Балдар жөнүндө кодекс",
            decision = "№ 1",
            decidedBy = "Комиссия",
            institutionId = institution,
            carer,
            gap,
            beyondCapacity,
        };

    public static async Task<Guid> PlaceAsync(this HttpClient holder, Guid child, Guid institution, string from = "2026-11-20") =>
        (
            await holder
                .PostAsync($"/api/institutions/placements/of-child/{child}", Placement(institution, from))
                .JsonAsync(HttpStatusCode.Created)
        ).Id();

    public static async Task<string> PlacementVersionAsync(this HttpClient holder, Guid child, Guid placement) =>
        (await holder.GetAsync($"/api/institutions/placements/of-child/{child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(p => p.Id() == placement)
            .Id("version")
            .Etag();

    public static async Task LeaveAsync(
        this HttpClient holder,
        Guid child,
        Guid placement,
        string on = "2026-11-22",
        string learnedOn = "2026-11-23"
    )
    {
        var answer = await holder.PostAsync(
            $"/api/institutions/placements/{placement}/leave",
            new
            {
                on,
                learnedOn,
                because = "Үй-бүлөсүнө кайтты",
            },
            await holder.PlacementVersionAsync(child, placement)
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>The case lies in another district, as after an accepted transfer.</summary>
    public static Task<int> MoveCaseAsync(this RegistryHost host, Guid child, string territory) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Cases.Where(c => c.ChildId == child)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Territory, territory).SetProperty(c => c.District, territory[..8]))
        );
}
