using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Territories;

/// <param name="Confirm">Required where the territory is known already: its present name.</param>
/// <param name="ValidFrom">From this day the new names are in force; the version before ends the day before.</param>
internal sealed record ChangeTerritoryRequest(
    string Code,
    string NameKy,
    string NameRu,
    string NameEn,
    DateOnly ValidFrom,
    double? Longitude = null,
    double? Latitude = null,
    int? Population = null,
    string? Type = null,
    string? Parent = null,
    string? Predecessor = null,
    string? Confirm = null
) : IConfirmed;

internal sealed record ChangeTerritoryResponse(Guid Id);

internal sealed class ChangeTerritoryValidator : Validator<ChangeTerritoryRequest>
{
    private const int NameMaxLength = 200;

    public ChangeTerritoryValidator()
    {
        RuleFor(t => t.Code).Must(Soate.IsValid).WithErrorCode("territory.code-wrong-format");
        RuleFor(t => t.NameKy).NotEmpty().MaximumLength(NameMaxLength);
        RuleFor(t => t.NameRu).NotEmpty().MaximumLength(NameMaxLength);
        RuleFor(t => t.NameEn).NotEmpty().MaximumLength(NameMaxLength);
        RuleFor(t => t.ValidFrom).NotEmpty();
        RuleFor(t => t.Longitude).InclusiveBetween(69, 81);
        RuleFor(t => t.Latitude).InclusiveBetween(39, 44);
        RuleFor(t => t.Population).InclusiveBetween(0, 20_000_000);
        RuleFor(t => t.Type).MaximumLength(40);
        RuleFor(t => t.Parent).Must(p => p is null || Soate.IsValid(p)).WithErrorCode("territory.unknown");
        RuleFor(t => t.Predecessor).Must(p => p is null || Soate.IsValid(p)).WithErrorCode("territory.unknown");
    }
}

/// <summary>Adds a territory or a new version of one (a renaming, a reform); the old version stays in the dictionary.</summary>
internal sealed class ChangeTerritoryEndpoint(AccessDbContext db, TerritoryCatalog territories)
    : ApiEndpoint<ChangeTerritoryRequest, ChangeTerritoryResponse>
{
    public override void Configure()
    {
        Post("access/territories");
        Guarded(Permission.ManageTerritories, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("version of a territory from a day");
    }

    public override async Task HandleAsync(ChangeTerritoryRequest request, CancellationToken ct)
    {
        var before = await db.Territories.Where(t => t.Code == request.Code).OrderByDescending(t => t.ValidFrom).FirstOrDefaultAsync(ct);
        if (before is not null && request.ValidFrom <= before.ValidFrom)
            throw new DomainException("territory.not-after-last", 400, "validFrom");
        if (before is not null)
            request.RequireConfirmed(before.Name);
        if (before is null && request.Parent is null)
            throw new DomainException("territory.parent-required", 400, "parent");
        if (request.Parent is { } parent)
            await territories.RequireAsync(parent, "parent", ct);
        before?.ValidUntil = request.ValidFrom.AddDays(-1);
        var level = before?.Level ?? (await db.Territories.FirstAsync(t => t.Code == request.Parent, ct)).Level + 1;
        var territory = new Territory
        {
            Id = Ids.New(),
            Code = request.Code,
            Level = level,
            Type = request.Type ?? before?.Type ?? "aiyl_aimak",
            Parent = request.Parent ?? before?.Parent,
            NameKy = request.NameKy.Trim(),
            NameRu = request.NameRu.Trim(),
            NameEn = request.NameEn.Trim(),
            Longitude = request.Longitude ?? before?.Longitude,
            Latitude = request.Latitude ?? before?.Latitude,
            Population = request.Population ?? before?.Population,
            ValidFrom = request.ValidFrom,
            Predecessor = request.Predecessor,
            Version = Ids.New(),
        };
        db.Territories.Add(territory);
        await db.SaveChangesAsync(ct);
        await CreatedAsync("access/territories", new(territory.Id));
    }
}
