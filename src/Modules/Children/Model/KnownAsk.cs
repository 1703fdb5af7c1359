using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>Another state system's query whether this child is known, and its legal ground [15.6, 28].</summary>
internal sealed class KnownAsk : ISealedRow
{
    public const int GroundMaxLength = 500;
    private const string Purpose = "known-ask.ground";

    public Guid Id { get; init; }
    public Guid ChildId { get; init; }
    public Guid ClientId { get; init; }
    public DateTime At { get; init; }

    [SealedAs(Purpose)]
    public byte[] SealedGround { get; init; } = [];
    public int SealNo { get; set; }

    public string Ground(Seal seal) => seal.Open<string>(this, Purpose, SealedGround);

    public static KnownAsk Of(Guid client, string ground, Seal seal, DateTime at) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = seal.Subject,
            ClientId = client,
            At = at,
            SealedGround = seal.Close(new SealedAt(id), Purpose, ground.Trim()),
        };
}

/// <summary>The table of <see cref="KnownAsk"/>.</summary>
internal sealed class KnownAskConfiguration : IEntityTypeConfiguration<KnownAsk>
{
    public void Configure(EntityTypeBuilder<KnownAsk> e)
    {
        e.ToTable("known_asks");
        e.HasIndex(k => k.ChildId);
    }
}
