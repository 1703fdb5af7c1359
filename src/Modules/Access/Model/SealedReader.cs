using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>
/// A person of the authorised body who may open the records of adopted children: named by one person with a reason, in force once another confirmed it.
/// Its row stays when it ends, so that it is known who could open what and when.
/// </summary>
[NoSubject("specialists")]
internal sealed class SealedReader : IVersioned, IMarked
{
    public const int ReasonMaxLength = 500;

    private SealedReader() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid SpecialistId { get; private init; }
    public string Reason { get; private init; } = "";

    [Attested]
    public Guid NamedBy { get; private init; }

    [Attested]
    public DateTime NamedAt { get; private init; }

    [Attested]
    public Guid? ConfirmedBy { get; private set; }

    [Attested]
    public DateTime? ConfirmedAt { get; private set; }

    [Attested]
    public Guid? EndedBy { get; private set; }

    [Attested]
    public DateTime? EndedAt { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }

    public static SealedReader Name(Guid specialist, string reason, Guid by, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            SpecialistId = specialist,
            Reason = reason.Trim(),
            NamedBy = by,
            NamedAt = at,
            Version = Ids.New(),
        };

    /// <exception cref="DomainException"><c>sealed-reader.settled</c></exception>
    public void Confirm(Guid by, DateTime at)
    {
        if (ConfirmedAt is not null || EndedAt is not null)
            throw new DomainException("sealed-reader.settled");
        (ConfirmedBy, ConfirmedAt) = (by, at);
    }

    /// <exception cref="DomainException"><c>sealed-reader.settled</c></exception>
    public void End(Guid by, DateTime at)
    {
        if (EndedAt is not null)
            throw new DomainException("sealed-reader.settled");
        (EndedBy, EndedAt) = (by, at);
    }
}

/// <summary>The table of <see cref="SealedReader"/>.</summary>
internal sealed class SealedReaderConfiguration : IEntityTypeConfiguration<SealedReader>
{
    public void Configure(EntityTypeBuilder<SealedReader> e)
    {
        e.ToTable("sealed_readers");
        e.Property(r => r.Reason).HasMaxLength(SealedReader.ReasonMaxLength);
        e.HasIndex(r => r.SpecialistId, "IX_sealed_reader").IsUnique().HasFilter("EndedAt IS NULL");
    }
}
