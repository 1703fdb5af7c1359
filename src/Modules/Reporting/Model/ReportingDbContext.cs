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
    private const int Code = 40;

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

    protected override void CreateModel(ModelBuilder model)
    {
        CreateCounts(model);
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

    private static void CreateCounts(ModelBuilder model)
    {
        States<SignalRow>(model, "signals", e => e.HasIndex(r => r.ChildId), e => e.HasIndex(r => new { r.District, r.FoundOn }));
        States<CaseRow>(model, "cases", e => e.HasIndex(r => r.ChildId), e => e.HasIndex(r => new { r.District, r.Until }));
        Codes<CaseCodeRow>(model, "case_codes");
        model.Entity<CaseCodeRow>(e =>
            e.HasKey(r => new
            {
                r.Id,
                r.Kind,
                r.Code,
                r.Source,
                r.Since,
            })
        );
        States<PlanRow>(model, "plans", e => e.HasIndex(r => r.CaseId));
        States<ClosingRow>(
            model,
            "closings",
            e => e.HasIndex(r => r.ChildId),
            e => e.HasIndex(r => r.CaseId),
            e => e.HasIndex(r => r.DecidedOn)
        );
        States<MeasureRow>(model, "measures", e => e.HasIndex(r => r.ChildId), e => e.HasIndex(r => r.StartedOn));
        States<VisitRow>(model, "visits", e => e.HasIndex(r => r.ChildId), e => e.HasIndex(r => r.PlannedOn));
        States<InstitutionRow>(model, "institutions", e => e.HasIndex(r => r.District));
        States<PlacementRow>(model, "placements", e => e.HasIndex(r => r.ChildId), e => e.HasIndex(r => r.InstitutionId));
        Codes<CorrectionRow>(model, "corrections");
        model.Entity<CorrectionRow>(e =>
        {
            e.HasKey(r => new
            {
                r.Id,
                r.CorrectedOn,
                r.Kind,
                r.Territory,
            });
            e.HasIndex(r => r.CorrectedOn);
            e.HasIndex(r => r.ChildId);
        });
        model.Entity<ToldChild>(e =>
        {
            e.ToTable("told_children");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Ignore(r => r.Fact);
            e.Property(r => r.PlainFact).HasColumnName(nameof(ToldChild.Fact)).IsUnicode(false);
        });
        model.Entity<ToldCase>(e =>
        {
            e.ToTable("told_cases");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Fact).IsUnicode(false);
            e.HasIndex(r => r.ChildId);
        });
        Codes<AssessmentRow>(model, "assessments");
        model.Entity<AssessmentRow>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Ignore(r => r.Causes);
            e.Property(r => r.PlainCauses).HasColumnName(nameof(AssessmentRow.Causes)).HasMaxLength(1000);
            e.HasIndex(r => r.CaseId);
        });
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

    /// <summary>One row per state: keys come from the publishing modules and the day the state began.</summary>
    private static void States<T>(ModelBuilder model, string table, params ReadOnlySpan<Action<EntityTypeBuilder<T>>> indexes)
        where T : StateRow
    {
        Codes<T>(model, table);
        model.Entity<T>().HasKey(r => new { r.Id, r.Since });
        foreach (var index in indexes)
            index(model.Entity<T>());
    }

    /// <summary>Codes and places are short ASCII.</summary>
    private static void Codes<T>(ModelBuilder model, string table)
        where T : class =>
        model.Entity<T>(e =>
        {
            e.ToTable(table);
            foreach (var text in typeof(T).GetProperties().Where(p => p.PropertyType == typeof(string)))
                e.Property(text.Name)
                    .HasMaxLength(
                        text.Name switch
                        {
                            nameof(ITerritorial.Territory) => Soate.Length,
                            nameof(ITerritorial.District) or nameof(CaseRow.FoundDistrict) => Soate.DistrictLength,
                            _ => Code,
                        }
                    )
                    .IsUnicode(false);
        });
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
