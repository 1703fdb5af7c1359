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

    protected override void CreateModel(ModelBuilder model) =>
        model.Entity<Assessment>(e =>
        {
            e.ToTable("assessments");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Number).HasMaxLength(40);
            e.Property(a => a.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(a => a.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
            e.Property(a => a.Risk).HasConversion<string>().HasMaxLength(20);
            e.Property(a => a.Conclusion).HasConversion<string>().HasMaxLength(40);
            e.Ignore(a => a.Causes);
            e.Property(a => a.PlainCauses).HasColumnName(nameof(Assessment.Causes));
            e.HasIndex(a => a.ChildId);
            // one draft per case: two specialists work on the same one
            e.HasIndex(a => a.CaseId, "IX_draft_of_case")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"CompletedOn\" IS NULL" : "[CompletedOn] IS NULL");
        });
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
