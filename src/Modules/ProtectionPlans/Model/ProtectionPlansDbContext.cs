using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;
using Registry.Platform.Model;

namespace Registry.ProtectionPlans.Model;

/// <summary>Tables of the ProtectionPlans module.</summary>
internal class ProtectionPlansDbContext : ModuleDbContext
{
    public const string Name = "plans";

    public ProtectionPlansDbContext(DbContextOptions<ProtectionPlansDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected ProtectionPlansDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Closing> Closings => Set<Closing>();

    protected override string Module => Name;

    protected override void CreateModel(ModelBuilder model)
    {
        model.Entity<Plan>(e =>
        {
            e.ToTable("plans");
            e.Property(p => p.Id).ValueGeneratedNever();
            Place(e);
            e.Property(p => p.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(p => p.EndedFrom).HasConversion<string>().HasMaxLength(20);
            e.HasMany(p => p.Measures).WithOne().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(p => p.ChildId);
            e.HasIndex(p => new { p.CaseId, p.PlanVersion }).IsUnique();
            e.HasIndex(p => new
            {
                p.Status,
                p.District,
                p.Id,
            });
        });
        model.Entity<Measure>(e =>
        {
            e.ToTable("measures");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Ignore(m => m.Rule).Ignore(m => m.Need);
            e.Property(m => m.PlainRule).HasColumnName(nameof(Measure.Rule)).HasMaxLength(40);
            e.Property(m => m.PlainNeed).HasColumnName(nameof(Measure.Need)).HasMaxLength(40);
            e.Property(m => m.Body).HasMaxLength(40);
            e.Property(m => m.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(m => m.EndedFrom).HasConversion<string>().HasMaxLength(20);
            e.Property(m => m.Obstacle).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(m => new { m.ResponsibleId, m.DueOn });
        });
        model.Entity<Visit>(e =>
        {
            e.ToTable("visits");
            e.Property(v => v.Id).ValueGeneratedNever();
            e.Ignore(v => v.Step);
            e.Ignore(v => v.IsExpected);
            e.Property(v => v.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(VisitKind.Monitoring);
            e.Property(v => v.Finding).HasConversion<string>().HasMaxLength(20);
            Place(e);
            e.HasIndex(v => v.ChildId);
        });
        model.Entity<Closing>(e =>
        {
            e.ToTable("closings");
            e.Property(c => c.Id).ValueGeneratedNever();
            Place(e);
            e.Property(c => c.Ending).HasConversion<string>().HasMaxLength(40);
            e.Property(c => c.Status).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(c => c.ChildId);
            e.HasIndex(c => c.CaseId, "IX_open_closing")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"Status\" = 'Requested'" : "[Status] = 'Requested'");
            e.HasIndex(c => new
            {
                c.Status,
                c.District,
                c.Id,
            });
        });
    }

    private static void Place<T>(EntityTypeBuilder<T> e)
        where T : class, ITerritorial
    {
        e.Property("Number").HasMaxLength(40);
        e.Property(x => x.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(x => x.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
    }
}

/// <summary>The same model with the migrations of SQLite.</summary>
internal sealed class SqliteProtectionPlansDbContext(DbContextOptions<SqliteProtectionPlansDbContext> options, UnitOfWork unitOfWork)
    : ProtectionPlansDbContext(options, unitOfWork);

internal sealed class ProtectionPlansDesign : DesignTimeFactory<ProtectionPlansDbContext>
{
    protected override ProtectionPlansDbContext Create(DbContextOptions<ProtectionPlansDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteProtectionPlansDesign : DesignTimeFactory<SqliteProtectionPlansDbContext>
{
    protected override SqliteProtectionPlansDbContext Create(DbContextOptions<SqliteProtectionPlansDbContext> options) =>
        new(options, NoUnitOfWork);
}
