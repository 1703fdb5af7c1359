using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Institutions.Model;

/// <summary>Tables of the Institutions module.</summary>
internal class InstitutionsDbContext : ModuleDbContext
{
    public const string Name = "institutions";

    public InstitutionsDbContext(DbContextOptions<InstitutionsDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected InstitutionsDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<InstitutionEvent> Events => Set<InstitutionEvent>();
    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<SiblingLink> Siblings => Set<SiblingLink>();

    protected override string Module => Name;

    protected override async Task FillAsync(CancellationToken ct)
    {
        foreach (
            var one in await Institutions
                .Where(i => i.OrderRu == "")
                .Select(i => new
                {
                    i.Id,
                    i.NameKy,
                    i.NameRu,
                })
                .ToListAsync(ct)
        )
        {
            var (ky, ru) = (Alphabet.Key(one.NameKy), Alphabet.Key(one.NameRu));
            await Institutions
                .Where(i => i.Id == one.Id)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.OrderKy, ky).SetProperty(x => x.OrderRu, ru), ct);
        }
    }
}

/// <summary>The same model with the migrations of SQLite.</summary>
internal sealed class SqliteInstitutionsDbContext(DbContextOptions<SqliteInstitutionsDbContext> options, UnitOfWork unitOfWork)
    : InstitutionsDbContext(options, unitOfWork);

internal sealed class InstitutionsDesign : DesignTimeFactory<InstitutionsDbContext>
{
    protected override InstitutionsDbContext Create(DbContextOptions<InstitutionsDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteInstitutionsDesign : DesignTimeFactory<SqliteInstitutionsDbContext>
{
    protected override SqliteInstitutionsDbContext Create(DbContextOptions<SqliteInstitutionsDbContext> options) =>
        new(options, NoUnitOfWork);
}
