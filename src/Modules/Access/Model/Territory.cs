using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>One version of a territory: names and parent from a day until a day. The code never changes its meaning; a new code names its predecessor.</summary>
[NoSubject("places")]
internal sealed class Territory : IVersioned
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public int Level { get; init; }
    public required string Type { get; init; }
    public string? Parent { get; init; }
    public required string NameKy { get; init; }
    public required string NameRu { get; init; }
    public required string NameEn { get; init; }
    public double? Longitude { get; init; }
    public double? Latitude { get; init; }
    public int? Population { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; set; }
    public string? Predecessor { get; init; }
    public Guid Version { get; set; }

    public LocalText Name => new(NameKy, NameRu, NameEn);

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>The table of <see cref="Territory"/>.</summary>
internal sealed class TerritoryConfiguration : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> e)
    {
        e.ToTable("territories");
        e.Ignore(t => t.Name);
        e.Property(t => t.Code).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(t => t.Parent).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(t => t.Predecessor).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(t => t.Type).HasMaxLength(40);
        e.Property(t => t.NameKy).HasMaxLength(200);
        e.Property(t => t.NameRu).HasMaxLength(200);
        e.Property(t => t.NameEn).HasMaxLength(200);
        e.HasIndex(t => new { t.Code, t.ValidFrom }).IsUnique();
    }
}
