using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

/// <summary>When the Base itself last queried the registers about a child.</summary>
[StaysWithCard("when the registers were last asked about this card")]
internal sealed class RegisterRefresh : IVersioned
{
    public Guid ChildId { get; init; }
    public DateOnly On { get; set; }
    public Guid Version { get; set; } = Ids.New();
}

/// <summary>How often the Base itself queries: settings <c>Registry:Tunduk:RefreshDays</c> and <c>:RefreshAtMost</c> (children per night).</summary>
internal sealed record RefreshSettings(int Days, int AtMost)
{
    private const int DefaultDays = 30;
    private const int DefaultAtMost = 2000;

    public static RefreshSettings From(IConfiguration configuration) =>
        new(
            configuration.GetValue("Registry:Tunduk:RefreshDays", DefaultDays),
            configuration.GetValue("Registry:Tunduk:RefreshAtMost", DefaultAtMost)
        );
}

/// <summary>The table of <see cref="RegisterRefresh"/>.</summary>
internal sealed class RegisterRefreshConfiguration : IEntityTypeConfiguration<RegisterRefresh>
{
    public void Configure(EntityTypeBuilder<RegisterRefresh> e)
    {
        e.ToTable("register_refreshes");
        e.HasKey(r => r.ChildId);
        e.Property(r => r.ChildId).ValueGeneratedNever();
        e.HasIndex(r => r.On);
    }
}
