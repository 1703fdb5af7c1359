using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Reporting.Model;

namespace Registry.Reporting.Materials;

internal static class MaterialReads
{
    /// <exception cref="DomainException">404: no such material is published.</exception>
    public static async Task<ReadMaterialResponse> ReadMaterialAsync(
        this ReportingDbContext db,
        Expression<Func<Material, bool>> which,
        CancellationToken ct
    )
    {
        var material =
            await db.Materials.AsNoTracking().Where(m => m.Published != null && m.WithdrawnAt == null).Where(which).FirstOrDefaultAsync(ct)
            ?? throw DomainException.NotFound();
        var edition = await db
            .MaterialEditions.AsNoTracking()
            .SingleAsync(e => e.MaterialId == material.Id && e.Number == material.Published, ct);
        return new(
            material.Id,
            material.Kind,
            edition.Title,
            edition.Text,
            material.Clause,
            edition.Number,
            material.PublishedAt!.Value,
            await db.FilesOfMaterialAsync(material.Id, ct)
        );
    }

    public static Task<List<MaterialFileView>> FilesOfMaterialAsync(this ReportingDbContext db, Guid material, CancellationToken ct) =>
        db
            .MaterialFiles.AsNoTracking()
            .Where(f => f.MaterialId == material)
            .OrderBy(f => f.Language)
            .ThenBy(f => f.Title)
            .Select(f => new MaterialFileView(f.Id, f.Language, f.Title, f.Name, f.Size))
            .ToListAsync(ct);

    /// <exception cref="DomainException">404</exception>
    public static async Task<Material> FindMaterialAsync(this ReportingDbContext db, Guid id, CancellationToken ct) =>
        await db.Materials.FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw DomainException.NotFound();

    public static Task<MaterialEdition> LastEditionAsync(this ReportingDbContext db, Guid material, CancellationToken ct) =>
        db.MaterialEditions.Where(e => e.MaterialId == material).OrderByDescending(e => e.Number).FirstAsync(ct);

    /// <exception cref="DomainException"><c>material.screen-taken</c>: the screen has another guide.</exception>
    public static async Task RequireFreeScreenAsync(this ReportingDbContext db, string? screen, Guid? self, CancellationToken ct)
    {
        if (screen is not null && await db.Materials.AnyAsync(m => m.Screen == screen && m.Id != self, ct))
            throw new DomainException("material.screen-taken", 409, "material.screen");
    }
}
