using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

internal enum NumberKind
{
    Case,
    Signal,
}

/// <summary>The last number issued in a district and year.</summary>
[NoSubject("counters")]
internal sealed class NumberSeries
{
    public required string Key { get; init; }
    public int Last { get; set; }
}

/// <summary>Issues human-readable numbers without gaps or duplicates: 41702205-2026-000123 for a case, S-41702205-2026-000123 for a signal.</summary>
internal sealed class Numbers(HotReads reads)
{
    public async Task<string> NextAsync(ChildrenDbContext db, NumberKind kind, string territory, DateOnly today, CancellationToken ct)
    {
        var key = $"{(kind is NumberKind.Signal ? "S-" : "")}{Soate.District(territory)}-{today.Year}";
        // inside the call's transaction: the row stays locked until the commit
        await db.BeginWriteAsync(ct);
        // the first numbers of a series, issued by this very call, are not in the database yet
        if (db.ChangeTracker.Entries<NumberSeries>().FirstOrDefault(e => e.State is EntityState.Added && e.Entity.Key == key) is { } fresh)
            return $"{key}-{++fresh.Entity.Last:D6}";
        var last = await db.ScalarAsync<int>(Next(key), ct);
        if (last == 0)
        {
            // nothing to lock yet: if two hosts start a series at once, the second continues it
            await db.HoldAsync(key, ct);
            last = await db.ScalarAsync<int>(Next(key), ct);
        }
        if (last == 0)
            db.NumberSeries.Add(new NumberSeries { Key = key, Last = last = 1 });
        return $"{key}-{last:D6}";
    }

    private Sql Next(string key) =>
        reads
            .Sql()
            .Add("UPDATE {children.number_series} SET Last = Last + 1")
            .Either("", " OUTPUT inserted.Last")
            .Either(" WHERE \"Key\" = {}", " WHERE [Key] = {}", key)
            .Either(" RETURNING Last", "");
}

/// <summary>The table of <see cref="NumberSeries"/>.</summary>
internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> e)
    {
        e.ToTable("number_series");
        e.HasKey(s => s.Key);
        e.Property(s => s.Key).HasMaxLength(40);
    }
}
