using Microsoft.EntityFrameworkCore;

namespace Registry.Kernel.Data;

/// <summary>Owns and migrates the Kernel's tables.</summary>
public class KernelDbContext : ModuleDbContext
{
    public KernelDbContext(DbContextOptions<KernelDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected KernelDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected override string Module => KernelModel.Module;

    protected override void CreateModel(ModelBuilder model) { }
}

/// <summary>The same model with the migrations of SQLite.</summary>
public sealed class SqliteKernelDbContext(DbContextOptions<SqliteKernelDbContext> options, UnitOfWork unitOfWork)
    : KernelDbContext(options, unitOfWork);

internal sealed class KernelDesign : DesignTimeFactory<KernelDbContext>
{
    protected override KernelDbContext Create(DbContextOptions<KernelDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteKernelDesign : DesignTimeFactory<SqliteKernelDbContext>
{
    protected override SqliteKernelDbContext Create(DbContextOptions<SqliteKernelDbContext> options) => new(options, NoUnitOfWork);
}
