using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Web;

namespace Registry.Institutions.Placements;

internal sealed record FindPlacesRequest(string? Search = null);

/// <param name="Vacancy">Whether there is a place today.</param>
internal sealed record FoundPlace(
    Guid Id,
    string NameKy,
    string NameRu,
    InstitutionKind Kind,
    string Territory,
    Vacancy Vacancy,
    bool IsAccredited
);

/// <summary>In words, not numbers: watching the number of places elsewhere would reveal each child that comes or goes.</summary>
internal enum Vacancy
{
    None,

    /// <summary>Fewer than five.</summary>
    Few,
    Enough,
}

internal sealed record FindPlacesResponse(IReadOnlyList<FoundPlace> Items);

internal sealed class FindPlacesValidator : Validator<FindPlacesRequest>
{
    public FindPlacesValidator() => RuleFor(r => r.Search).MaximumLength(Institution.NameMaxLength);
}

/// <summary>Institutions of the whole republic in which a child can be placed: it may live outside its district. Reveals nothing about a person.</summary>
internal sealed class FindPlacesEndpoint(InstitutionsDbContext db, TimeProvider time) : ApiEndpoint<FindPlacesRequest, FindPlacesResponse>
{
    private const int Most = 300;

    public override void Configure()
    {
        Get("institutions/places");
        Guarded(Permission.EditChildren, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(FindPlacesRequest request, CancellationToken ct)
    {
        var today = time.Today();
        var rows = db.Institutions.AsNoTracking().Where(i => i.ClosedOn == null);
        foreach (var word in NameKey.Words(request.Search))
            rows = rows.Where(i => i.SearchText.Contains(word));
        var found = await rows.ByName(
                Texts.LanguageOf(HttpContext.Request) is "ky" ? nameof(Institution.OrderKy) : nameof(Institution.OrderRu),
                null
            )
            .Take(Most)
            .ToListAsync(ct);
        var placed = await db.PlacedAsync(found.ConvertAll(i => i.Id), ct);
        await Send.OkAsync(
            new(
                found.ConvertAll(i => new FoundPlace(
                    i.Id,
                    i.NameKy,
                    i.NameRu,
                    i.Kind,
                    i.Territory,
                    Of(i.Capacity - placed.GetValueOrDefault(i.Id)),
                    i.AccreditedFrom <= today && (i.AccreditedUntil is null || i.AccreditedUntil >= today)
                ))
            ),
            ct
        );
    }

    private static Vacancy Of(int free) =>
        free switch
        {
            <= 0 => Vacancy.None,
            < 5 => Vacancy.Few,
            _ => Vacancy.Enough,
        };
}
