using Microsoft.EntityFrameworkCore;
using Registry.Platform.Data;

namespace Registry.Platform.Keys;

/// <summary>The key store: a database of its own, backed up apart from the data. Losing a row makes everything sealed under it unreadable for ever.</summary>
public class KeysDbContext : DbContext
{
    public KeysDbContext(DbContextOptions<KeysDbContext> options)
        : base(options) { }

    protected KeysDbContext(DbContextOptions options)
        : base(options) { }

    internal DbSet<WrappedKey> Keys => Set<WrappedKey>();

    /// <summary>How far the journal had come: apart from the journal.</summary>
    internal DbSet<Registry.Platform.Keys.JournalMark> Marks => Set<Registry.Platform.Keys.JournalMark>();

    /// <summary>How far rows of access had come: apart from the rows.</summary>
    internal DbSet<Registry.Platform.Rows.RowMark> RowMarks => Set<Registry.Platform.Rows.RowMark>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (!Database.IsSqlite())
            OrderedId.Use(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WrappedKey>(e =>
        {
            e.ToTable("subject_keys");
            e.HasKey(k => k.SubjectId);
            e.Property(k => k.SubjectId).ValueGeneratedNever();
            e.Property(k => k.MasterKey).HasMaxLength(40);
            e.HasIndex(k => k.MasterKey);
        });
        modelBuilder.Entity<Registry.Platform.Rows.RowMark>(e =>
        {
            e.ToTable("row_marks");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Table).HasMaxLength(60).IsUnicode(false);
            e.Property(m => m.Mac).HasMaxLength(32);
            e.HasIndex(m => m.Table);
        });
        modelBuilder.Entity<Registry.Platform.Keys.JournalMark>(e =>
        {
            e.ToTable("journal_marks");
            e.HasKey(m => m.Name);
            e.Property(m => m.Name).HasMaxLength(400);
        });
    }
}

/// <summary>The same model with the migrations of SQLite.</summary>
public sealed class SqliteKeysDbContext(DbContextOptions<SqliteKeysDbContext> options) : KeysDbContext(options);
