using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Web;
using Registry.Reporting.Facts;
using Registry.Reporting.Map;
using Registry.Reporting.Materials;
using Registry.Reporting.Papers;
using Registry.Reporting.Purging;
using Registry.Reporting.Reports;
using Registry.Reporting.Training;

namespace Registry.Reporting.Database;

/// <summary>What is counted, told by the other modules and made anew by one command; no row of theirs is read from here.</summary>
internal class ReportingDbContext : ModuleDbContext
{
    public const string Name = "reporting";
    private const int Code = 40;

    public ReportingDbContext(DbContextOptions<ReportingDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected ReportingDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<SignalRow> Signals => Set<SignalRow>();
    public DbSet<ChildRow> Children => Set<ChildRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseCodeRow> CaseCodes => Set<CaseCodeRow>();
    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<ClosingRow> Closings => Set<ClosingRow>();
    public DbSet<MeasureRow> Measures => Set<MeasureRow>();
    public DbSet<VisitRow> Visits => Set<VisitRow>();
    public DbSet<InstitutionRow> Institutions => Set<InstitutionRow>();
    public DbSet<PlacementRow> Placements => Set<PlacementRow>();
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

    protected override void CreateModel(ModelBuilder model)
    {
        Rows<SignalRow>(model, "signals", e => e.HasIndex(r => new { r.District, r.FoundOn }));
        Rows<ChildRow>(
            model,
            "children",
            e =>
            {
                e.Property(r => r.Causes).HasMaxLength(1000).IsUnicode(false);
                e.Property(r => r.Statuses).HasMaxLength(1000).IsUnicode(false);
            }
        );
        Rows<CaseRow>(
            model,
            "cases",
            e =>
            {
                e.Property(r => r.FoundDistrict).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
                e.HasIndex(r => r.ChildId);
                e.HasIndex(r => new { r.District, r.OpenedOn });
            }
        );
        model.Entity<CaseCodeRow>(e =>
        {
            e.ToTable("case_codes");
            e.HasKey(r => new
            {
                r.CaseId,
                r.Kind,
                r.Code,
            });
            e.Property(r => r.Kind).HasMaxLength(10).IsUnicode(false);
            e.Property(r => r.Code).HasMaxLength(Code).IsUnicode(false);
        });
        Rows<AssessmentRow>(model, "assessments", e => e.HasIndex(r => r.CaseId));
        Rows<PlanRow>(model, "plans", e => e.HasIndex(r => r.CaseId));
        Rows<ClosingRow>(model, "closings", e => e.HasIndex(r => r.CaseId));
        Rows<MeasureRow>(
            model,
            "measures",
            e =>
            {
                e.HasIndex(r => r.ChildId);
                e.HasIndex(r => r.PlanId);
                e.Property(r => r.Obstacle).HasMaxLength(20).IsUnicode(false);
                e.HasIndex(r => new { r.District, r.StartedOn });
            }
        );
        Rows<VisitRow>(
            model,
            "visits",
            e =>
            {
                e.HasIndex(r => r.ChildId);
                e.Property(r => r.Finding).HasMaxLength(20).IsUnicode(false);
                e.HasIndex(r => r.CaseId);
                e.HasIndex(r => new { r.District, r.PlannedOn });
            }
        );
        Rows<InstitutionRow>(model, "institutions", e => e.HasIndex(r => r.District));
        Rows<PlacementRow>(model, "placements", e => e.HasIndex(r => new { r.InstitutionId, r.From }));
        model.Entity<PaperCopy>(e =>
        {
            e.ToTable("papers");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Number).HasMaxLength(Code);
            e.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(p => p.Language).HasMaxLength(2).IsUnicode(false);
            e.Property(p => p.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(p => p.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
            e.HasIndex(p => p.Number).IsUnique();
            e.HasIndex(p => new { p.ChildId, p.Id });
            e.HasOne<PaperFile>().WithOne().HasForeignKey<PaperFile>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PaperFile>(e =>
        {
            e.ToTable("paper_files");
            e.Property(f => f.Id).ValueGeneratedNever();
        });
        model.Entity<Boundaries>(e =>
        {
            e.ToTable("boundaries");
            e.Property(b => b.Id).ValueGeneratedNever();
        });
        model.Entity<FrozenReport>(e =>
        {
            e.ToTable("frozen_reports");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Number).HasMaxLength(Code);
            e.Property(r => r.Report).HasMaxLength(Code);
            e.HasIndex(r => r.Number).IsUnique();
            e.HasIndex(r => new { r.BodyId, r.Id });
        });
        model.Entity<AnonymousSubject>(e =>
        {
            e.ToTable("anonymous_subjects");
            e.Property(a => a.Id).ValueGeneratedNever();
        });
        CreateMaterials(model);
        CreateTraining(model);
    }

    private static void CreateMaterials(ModelBuilder model)
    {
        model.Entity<Material>(e =>
        {
            e.ToTable("materials");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(m => m.Screen).HasMaxLength(Code).IsUnicode(false);
            e.Property(m => m.Clause).HasMaxLength(Code);
            e.HasIndex(m => m.Screen).IsUnique();
            e.HasIndex(m => new { m.PublishedAt, m.Id });
        });
        model.Entity<MaterialEdition>(e =>
        {
            e.ToTable("material_editions");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.TitleKy).HasMaxLength(MaterialEdition.TitleLength);
            e.Property(m => m.TitleRu).HasMaxLength(MaterialEdition.TitleLength);
            e.Property(m => m.TitleEn).HasMaxLength(MaterialEdition.TitleLength);
            e.Ignore(m => m.Title);
            e.Ignore(m => m.Text);
            e.HasOne<Material>().WithMany().HasForeignKey(m => m.MaterialId);
            e.HasIndex(m => new { m.MaterialId, m.Number }).IsUnique();
        });
        model.Entity<MaterialFile>(e =>
        {
            e.ToTable("material_files");
            e.Property(f => f.Id).ValueGeneratedNever();
            e.Property(f => f.Language).HasMaxLength(2).IsUnicode(false);
            e.Property(f => f.Title).HasMaxLength(FileLimits.Title);
            e.Property(f => f.Name).HasMaxLength(FileLimits.SentName);
            e.Property(f => f.MediaType).HasMaxLength(Code).IsUnicode(false);
            e.HasOne<Material>().WithMany().HasForeignKey(f => f.MaterialId);
        });
    }

    private static void CreateTraining(ModelBuilder model)
    {
        model.Entity<Course>(e =>
        {
            e.ToTable("courses");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Contents)
                .HasConversion(
                    contents => JsonSerializer.Serialize(contents, JsonRules.Options),
                    text => JsonSerializer.Deserialize<CourseContents>(text, JsonRules.Options)!
                );
        });
        model.Entity<CourseAttempt>(e =>
        {
            e.ToTable("course_attempts");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Ignore(a => a.Wrong);
            e.HasOne<Course>().WithMany().HasForeignKey(a => a.CourseId);
            e.HasIndex(a => new { a.SpecialistId, a.CourseId });
            e.HasIndex(a => new { a.CourseId, a.ValidUntil });
        });
    }

    /// <summary>Keys come from the modules that tell; codes and places are short ASCII.</summary>
    private static void Rows<T>(ModelBuilder model, string table, Action<EntityTypeBuilder<T>> more)
        where T : class =>
        model.Entity<T>(e =>
        {
            e.ToTable(table);
            e.Property<Guid>("Id").ValueGeneratedNever();
            foreach (var text in typeof(T).GetProperties().Where(p => p.PropertyType == typeof(string)))
                e.Property(text.Name).HasMaxLength(Code).IsUnicode(false);
            if (typeof(TerritorialRow).IsAssignableFrom(typeof(T)))
            {
                e.Property(nameof(TerritorialRow.Territory)).HasMaxLength(Soate.Length);
                e.Property(nameof(TerritorialRow.District)).HasMaxLength(Soate.DistrictLength);
            }
            more(e);
        });
}

/// <summary>The same model with the migrations of SQLite.</summary>
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
