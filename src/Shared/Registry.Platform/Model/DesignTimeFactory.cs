using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Registry.Platform.Data;

namespace Registry.Platform.Model;

/// <summary>Lets the migration tool build a context without a host: scripts/migrations.sh.</summary>
public abstract class DesignTimeFactory<TContext> : IDesignTimeDbContextFactory<TContext>
    where TContext : DbContext
{
    protected static UnitOfWork NoUnitOfWork =>
        new(new WriteGate(new DatabaseOptions(DatabaseProvider.Sqlite, "", "", "")), new OutboxSignal(), TimeProvider.System);

    public TContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TContext>();
        if (typeof(TContext).Name.StartsWith("Sqlite", StringComparison.Ordinal))
            DatabaseRegistration.UseSqlite(options, "Data Source=design.db", "__migrations");
        else
            DatabaseRegistration.UseSqlServer(options, "Server=.;Database=design", "__migrations", "dbo");
        return Create(options.Options);
    }

    protected abstract TContext Create(DbContextOptions<TContext> options);
}
