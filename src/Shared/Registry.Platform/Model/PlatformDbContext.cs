using Microsoft.EntityFrameworkCore;

namespace Registry.Platform.Model;

/// <summary>Owns and migrates the Platform's tables.</summary>
public class PlatformDbContext : ModuleDbContext
{
    public PlatformDbContext(DbContextOptions<PlatformDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected PlatformDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected override string Module => PlatformModel.Module;

    protected override void CreateModel(ModelBuilder model) { }
}

/// <summary>The same model with the migrations of SQLite.</summary>
public sealed class SqlitePlatformDbContext(DbContextOptions<SqlitePlatformDbContext> options, UnitOfWork unitOfWork)
    : PlatformDbContext(options, unitOfWork);

internal sealed class PlatformDesign : DesignTimeFactory<PlatformDbContext>
{
    protected override PlatformDbContext Create(DbContextOptions<PlatformDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqlitePlatformDesign : DesignTimeFactory<SqlitePlatformDbContext>
{
    protected override SqlitePlatformDbContext Create(DbContextOptions<SqlitePlatformDbContext> options) => new(options, NoUnitOfWork);
}
