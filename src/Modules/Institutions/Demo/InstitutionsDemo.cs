using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Institutions.Demo;

/// <summary>Synthetic institutions of every ownership and placements, for Development.</summary>
internal static class InstitutionsDemo
{
    private const int EveryPlaced = 6;

    private static readonly InstitutionData[] Demo =
    [
        Of("Ак-Суу балдар үйү", "Аксуйский детский дом", 1, Ownership.State, InstitutionKind.Residential, "41702205000000", 40),
        Of("«Үмүт» кризистик борбору", "Кризисный центр «Умут»", 2, Ownership.Private, InstitutionKind.CrisisCentre, "41702205000000", 12),
        Of(
            "Теплоключенка күндүзгү борбору",
            "Дневной центр с. Теплоключенка",
            3,
            Ownership.Municipal,
            InstitutionKind.DayCentre,
            "41702205000000",
            30
        ),
        Of(
            "Аламүдүн мектеп-интернаты",
            "Аламединская школа-интернат",
            4,
            Ownership.State,
            InstitutionKind.BoardingSchool,
            "41708203000000",
            120
        ),
        Of(
            "«Мээрим» үй-бүлөлүк балдар үйү",
            "Семейный детский дом «Мээрим»",
            5,
            Ownership.Religious,
            InstitutionKind.FamilyTypeHome,
            "41708203000000",
            8
        ),
        Of("Реабилитация борбору", "Реабилитационный центр", 6, Ownership.Municipal, InstitutionKind.Rehabilitation, "41708203000000", 25),
    ];

    private static InstitutionData Of(
        string ky,
        string ru,
        int n,
        Ownership ownership,
        InstitutionKind kind,
        string territory,
        int capacity
    ) =>
        new(
            ky,
            ru,
            $"0010120101{n:D4}",
            ownership,
            kind,
            $"Мектеп көчөсү, {n}",
            territory,
            capacity,
            $"А-{n:D3}",
            new DateOnly(2024, 1, 1),
            n == 5 ? new DateOnly(2026, 1, 1) : new DateOnly(2029, 1, 1),
            Staff: capacity / 2,
            Director: "Осмонова Гүлнара",
            Phone: "+996 312 00 00 0" + n
        );

    public static async Task LoadAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        var db = services.GetRequiredService<InstitutionsDbContext>();
        if (await db.Institutions.AnyAsync(ct))
            return;
        var vault = services.GetRequiredService<Vault>();
        var clock = services.GetRequiredService<StatutoryClock>();
        var terms = services.GetRequiredService<PlanTerms>();
        var time = services.GetRequiredService<TimeProvider>();
        var institutions = Demo.Select(Institution.Register).ToList();
        foreach (var institution in institutions)
            institution.Remember(institution.AccreditedFrom!.Value);
        db.AddRange(institutions);
        for (var i = 0; i < cases.Count; i += EveryPlaced)
        {
            var about = cases[i];
            var near = institutions.First(x =>
                x.District == about.Territory[..8] && x.Kind is InstitutionKind.Residential or InstitutionKind.BoardingSchool
            );
            var inFamily = i % 4 == 0;
            var from = about.FoundOn.AddDays(3) <= time.Today() ? about.FoundOn.AddDays(3) : time.Today();
            var said = new PlacementDecision(
                about.ChildId,
                inFamily ? PlacementKind.Kin : PlacementKind.Institution,
                from,
                from,
                "Балдар жөнүндө кодекс",
                $"Чечим № {i + 1}",
                "Балдардын иштери боюнча комиссия",
                inFamily ? null : near.Id,
                inFamily ? "Асанова Бегимай" : null
            );
            var placement = Placement.Place(about, said, await vault.OfAsync(about.ChildId, ct), about.ResponsibleId);
            placement.Remember(from);
            db.Add(placement);
            if (!inFamily)
                await clock.StartAsync(db, terms.ReviewPlacement, from, placement.Subject(about.ResponsibleId), ct);
        }
        await db.SaveChangesAsync(ct);
    }
}
