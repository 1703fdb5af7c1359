using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Integration.Model;

/// <summary>Tables of the Integration module.</summary>
internal class IntegrationDbContext : ModuleDbContext
{
    public const string Name = "integration";

    public IntegrationDbContext(DbContextOptions<IntegrationDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected IntegrationDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Disclosure> Disclosures => Set<Disclosure>();
    public DbSet<DisclosureSnapshot> Snapshots => Set<DisclosureSnapshot>();
    public DbSet<RecipientNotice> RecipientNotices => Set<RecipientNotice>();
    public DbSet<RegisterService> RegisterServices => Set<RegisterService>();
    public DbSet<RegisterExchange> RegisterExchanges => Set<RegisterExchange>();

    protected override string Module => Name;

    protected override void CreateModel(ModelBuilder model)
    {
        model.Entity<Disclosure>(e =>
        {
            e.ToTable("disclosures");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Number).HasMaxLength(40);
            e.Property(d => d.CaseNumber).HasMaxLength(40);
            e.Property(d => d.Asker).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Wanted).HasMaxLength(100).IsUnicode(false);
            e.Property(d => d.Granted).HasMaxLength(100).IsUnicode(false);
            e.Property(d => d.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(d => d.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
            e.HasIndex(d => d.Number).IsUnique();
            e.Ignore(d => d.ReadableUntil);
            e.HasIndex(d => new { d.ChildId, d.Id });
            e.HasIndex(d => new { d.SystemId, d.GivenOn });
            e.HasIndex(d => new
            {
                d.District,
                d.Status,
                d.RegisteredAt,
            });
        });
        model.Entity<DisclosureSnapshot>(e =>
        {
            e.ToTable("disclosure_snapshots");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.HasOne<Disclosure>().WithOne().HasForeignKey<DisclosureSnapshot>(s => s.Id);
        });
        model.Entity<RecipientNotice>(e =>
        {
            e.ToTable("recipient_notices");
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.Number).HasMaxLength(40);
            e.Property(n => n.Cause).HasConversion<string>().HasMaxLength(20);
            e.Property(n => n.State).HasConversion<string>().HasMaxLength(20);
            e.Property(n => n.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(n => n.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
            // one owed task per disclosure
            e.HasIndex(n => n.DisclosureId, "IX_owed_notice")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"State\" = 'Owed'" : "[State] = 'Owed'");
            e.HasIndex(n => n.ChildId);
            e.HasIndex(n => n.MergeId);
            e.HasIndex(n => new { n.District, n.Id });
        });
        model.Entity<RegisterService>(e =>
        {
            e.ToTable("register_services");
            e.HasKey(s => s.Kind);
            e.Ignore(s => s.Name);
            e.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(s => s.Protocol).HasConversion<string>().HasMaxLength(8);
            e.Property(s => s.Member).HasMaxLength(RegisterService.AddressMaxLength);
            e.Property(s => s.Code).HasMaxLength(RegisterService.ShortText);
            e.Property(s => s.ServiceVersion).HasMaxLength(RegisterService.ShortText);
            e.Property(s => s.Namespace).HasMaxLength(RegisterService.AddressMaxLength);
            e.Property(s => s.Path).HasMaxLength(RegisterService.AddressMaxLength);
            e.Ignore(s => s.Address);
            e.Property(s => s.Mapping)
                .HasConversion(
                    m => JsonSerializer.Serialize(m, JsonRules.Options),
                    text => JsonSerializer.Deserialize<ServiceMapping>(text, JsonRules.Options)!
                );
        });
        model.Entity<RegisterExchange>(e =>
        {
            e.ToTable("register_exchanges");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.CaseNumber).HasMaxLength(40);
            e.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(x => x.Source).HasMaxLength(RegisterService.AddressMaxLength + (2 * RegisterService.ShortText));
            e.Property(x => x.Outcome).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(x => new { x.ChildId, x.At });
            e.HasIndex(x => x.AskId);
            e.HasIndex(x => new { x.Kind, x.At });
        });
    }
}

/// <summary>The same model with the migrations of SQLite.</summary>
internal sealed class SqliteIntegrationDbContext(DbContextOptions<SqliteIntegrationDbContext> options, UnitOfWork unitOfWork)
    : IntegrationDbContext(options, unitOfWork);

internal sealed class IntegrationDesign : DesignTimeFactory<IntegrationDbContext>
{
    protected override IntegrationDbContext Create(DbContextOptions<IntegrationDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteIntegrationDesign : DesignTimeFactory<SqliteIntegrationDbContext>
{
    protected override SqliteIntegrationDbContext Create(DbContextOptions<SqliteIntegrationDbContext> options) =>
        new(options, NoUnitOfWork);
}
