using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Time;

namespace Registry.Children.Model;

/// <summary>A signal was processed: a feed entry for its sender [12.2]. Ids and a time, nothing about the child.</summary>
internal sealed class SignalNews
{
    public Guid Id { get; init; }
    public Guid SignalId { get; init; }
    public Guid SentBy { get; init; }
    public DateTime At { get; init; }

    public static SignalNews Of(Signal signal, TimeProvider time) =>
        new()
        {
            Id = Ids.New(),
            SignalId = signal.Id,
            SentBy = signal.RegisteredBy,
            At = time.Utc(),
        };
}

/// <summary>The table of <see cref="SignalNews"/>.</summary>
internal sealed class SignalNewsConfiguration : IEntityTypeConfiguration<SignalNews>
{
    public void Configure(EntityTypeBuilder<SignalNews> e)
    {
        e.ToTable("signal_news");
        e.HasIndex(n => new
        {
            n.SentBy,
            n.At,
            n.Id,
        });
        e.HasIndex(n => n.SignalId);
    }
}
