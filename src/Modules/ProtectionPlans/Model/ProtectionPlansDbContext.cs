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
