using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Platform.Model;

namespace Registry.Assessments.Model;

/// <summary>Tables of the Assessments module.</summary>
internal class AssessmentsDbContext : ModuleDbContext
{
    public const string Name = "assessments";

    public AssessmentsDbContext(DbContextOptions<AssessmentsDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected AssessmentsDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Assessment> Assessments => Set<Assessment>();

    protected override string Module => Name;
}

/// <summary>The same model with the migrations of SQLite.</summary>
internal sealed class SqliteAssessmentsDbContext(DbContextOptions<SqliteAssessmentsDbContext> options, UnitOfWork unitOfWork)
    : AssessmentsDbContext(options, unitOfWork);

internal sealed class AssessmentsDesign : DesignTimeFactory<AssessmentsDbContext>
{
    protected override AssessmentsDbContext Create(DbContextOptions<AssessmentsDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteAssessmentsDesign : DesignTimeFactory<SqliteAssessmentsDbContext>
{
    protected override SqliteAssessmentsDbContext Create(DbContextOptions<SqliteAssessmentsDbContext> options) =>
        new(options, NoUnitOfWork);
}
