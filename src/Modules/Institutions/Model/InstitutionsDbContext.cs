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

    protected override void CreateModel(ModelBuilder model)
    {
        model.Entity<Institution>(e =>
        {
            e.ToTable("institutions");
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.NameKy).HasMaxLength(Institution.NameMaxLength);
            e.Property(i => i.NameRu).HasMaxLength(Institution.NameMaxLength);
            e.Property(i => i.Inn).HasMaxLength(14).IsUnicode(false);
            e.Property(i => i.Ownership).HasConversion<string>().HasMaxLength(20);
            e.Property(i => i.Kind).HasConversion<string>().HasMaxLength(40);
            e.Property(i => i.SearchText).HasMaxLength(1000);
            e.Ignore(i => i.Data);
            e.Ignore(i => i.Name);
            Place(e.Property(i => i.Territory), e.Property(i => i.District));
            e.HasIndex(i => i.Inn).IsUnique();
            e.Property(i => i.OrderKy).IsAlphabetKey(this, Institution.NameMaxLength);
            e.Property(i => i.OrderRu).IsAlphabetKey(this, Institution.NameMaxLength);
            e.HasIndex(i => new { i.OrderKy, i.Id });
            e.HasIndex(i => new { i.OrderRu, i.Id });
            e.HasIndex(i => i.District);
        });
        model.Entity<InstitutionEvent>(e =>
        {
            e.ToTable("institution_events");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Act).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(x => new { x.InstitutionId, x.Id });
        });
        model.Entity<Inspection>(e =>
        {
            e.ToTable("inspections");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.InstitutionId, x.On });
        });
        model.Entity<Placement>(e =>
        {
            e.ToTable("placements");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Number).HasMaxLength(40);
            e.Property(p => p.Kind).HasConversion<string>().HasMaxLength(30);
            Place(e.Property(p => p.Territory), e.Property(p => p.District));
            e.HasIndex(p => p.ChildId);
            e.HasIndex(p => p.CaseId);
            e.HasIndex(p => new { p.InstitutionId, p.Until });
            e.HasIndex(p => new
            {
                p.District,
                p.Until,
                p.ReviewedOn,
                p.Id,
            });
        });
        model.Entity<SiblingLink>(e =>
        {
            e.ToTable("siblings");
            e.HasKey(s => new { s.ChildId, s.SiblingId });
        });
    }

    private static void Place(PropertyBuilder<string> territory, PropertyBuilder<string> district)
    {
        territory.HasMaxLength(Soate.Length).IsUnicode(false);
        district.HasMaxLength(Soate.DistrictLength).IsUnicode(false);
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
