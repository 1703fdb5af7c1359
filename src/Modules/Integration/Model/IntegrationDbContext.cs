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
