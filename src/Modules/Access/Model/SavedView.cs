using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>Filters of a list that a user gave a name, to come back to them with one click. The filters are codes, dates and ids; the view's name is the user's own words, requested without children's names.</summary>
[Expires("filters of lists under names of a user's own", "until the account ends", "access.forget-ended-accounts")]
internal sealed class SavedView
{
    public const int NameMaxLength = 60;
    public const int ScreenMaxLength = 40;
    public const int QueryMaxLength = 500;

    /// <summary>A user keeps at most this many for one list.</summary>
    public const int MostOfAScreen = 20;

    public Guid Id { get; init; } = Ids.New();
    public Guid AccountId { get; init; }

    /// <summary>The list, as its address says it: work.</summary>
    public required string Screen { get; init; }
    public required string Name { get; init; }

    /// <summary>The filters as in the list's address, without the question mark.</summary>
    public required string Query { get; set; }
}

/// <summary>The table of <see cref="SavedView"/>.</summary>
internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> e)
    {
        e.ToTable("saved_views");
        e.Property(v => v.Screen).HasMaxLength(SavedView.ScreenMaxLength).IsUnicode(false);
        e.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength);
        e.Property(v => v.Query).HasMaxLength(SavedView.QueryMaxLength).IsUnicode(false);
        e.HasIndex(v => new
            {
                v.AccountId,
                v.Screen,
                v.Name,
            })
            .IsUnique();
    }
}
