using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Reporting.Model;

/// <summary>Counted rows, built from the other modules' facts and rebuilt by one command; no row of theirs is read from here.</summary>
internal class ReportingDbContext : ModuleDbContext
{
    public const string Name = "reporting";
    internal const int CodeMaxLength = 40;

    public ReportingDbContext(DbContextOptions<ReportingDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected ReportingDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<SignalRow> Signals => Set<SignalRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseCodeRow> CaseCodes => Set<CaseCodeRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<ClosingRow> Closings => Set<ClosingRow>();
    public DbSet<MeasureRow> Measures => Set<MeasureRow>();
    public DbSet<VisitRow> Visits => Set<VisitRow>();
    public DbSet<InstitutionRow> Institutions => Set<InstitutionRow>();
    public DbSet<PlacementRow> Placements => Set<PlacementRow>();
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();
    public DbSet<ToldChild> ToldChildren => Set<ToldChild>();
    public DbSet<ToldCase> ToldCases => Set<ToldCase>();
    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();
    public DbSet<PaperCopy> Papers => Set<PaperCopy>();
    public DbSet<PaperFile> PaperFiles => Set<PaperFile>();
    public DbSet<Boundaries> Boundaries => Set<Boundaries>();
    public DbSet<FrozenReport> Frozen => Set<FrozenReport>();
    public DbSet<AnonymousSubject> Anonymous => Set<AnonymousSubject>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<MaterialEdition> MaterialEditions => Set<MaterialEdition>();
    public DbSet<MaterialFile> MaterialFiles => Set<MaterialFile>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseAttempt> CourseAttempts => Set<CourseAttempt>();

    protected override string Module => Name;
}

/// <summary>The same model with the SQLite migrations.</summary>
internal sealed class SqliteReportingDbContext(DbContextOptions<SqliteReportingDbContext> options, UnitOfWork unitOfWork)
    : ReportingDbContext(options, unitOfWork);

internal sealed class ReportingDesign : DesignTimeFactory<ReportingDbContext>
{
    protected override ReportingDbContext Create(DbContextOptions<ReportingDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteReportingDesign : DesignTimeFactory<SqliteReportingDbContext>
{
    protected override SqliteReportingDbContext Create(DbContextOptions<SqliteReportingDbContext> options) => new(options, NoUnitOfWork);
}
