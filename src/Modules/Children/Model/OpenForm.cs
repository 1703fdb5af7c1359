using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

/// <summary>Someone has a form about a child open; an open page renews this periodically.</summary>
[Expires("who has which form about a child open", "two minutes; the rows themselves a day", "children.forget-drafts")]
[StaysWithCard("a form that is open for minutes")]
internal sealed class OpenForm
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    public Guid AccountId { get; init; }
    public required string Key { get; init; }
    public Guid SpecialistId { get; init; }
    public Guid ChildId { get; set; }
    public DateTime SeenAt { get; set; }
}

/// <summary>The table of <see cref="OpenForm"/>.</summary>
internal sealed class OpenFormConfiguration : IEntityTypeConfiguration<OpenForm>
{
    public void Configure(EntityTypeBuilder<OpenForm> e)
    {
        e.ToTable("open_forms");
        e.HasKey(f => new { f.AccountId, f.Key });
        e.Property(f => f.Key).HasMaxLength(Draft.LongestKey);
        e.HasIndex(f => f.ChildId);
    }
}
