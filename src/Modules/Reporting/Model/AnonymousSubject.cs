using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>A random id that keeps the counted rows of a purged subject together; it leads to no one.</summary>
[NoSubject("ids made at random for counted rows of purged subjects")]
internal sealed class AnonymousSubject
{
    public Guid Id { get; init; }
}

/// <summary>The table of <see cref="AnonymousSubject"/>.</summary>
internal sealed class AnonymousSubjectConfiguration : IEntityTypeConfiguration<AnonymousSubject>
{
    public void Configure(EntityTypeBuilder<AnonymousSubject> e)
    {
        e.ToTable("anonymous_subjects");
    }
}
