using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

internal enum DisagreementState
{
    /// <summary>A task of the responsible specialist.</summary>
    Open,

    /// <summary>The card took the register's value.</summary>
    Taken,

    /// <summary>The card kept its own value.</summary>
    Left,

    /// <summary>Entered as a proposed change under [20].</summary>
    Proposed,

    /// <summary>Neither applies any more: the register corrected itself, or the card has a third value.</summary>
    Gone,
}

/// <param name="Because">Why the card's value was kept.</param>
internal sealed record DisagreementContents(string? Here, string Came, string? Because = null);

/// <summary>A register disagrees with the card [18]: a task, never an overwrite.</summary>
internal sealed class Disagreement : ISealedRow
{
    private const string Purpose = "disagreement";

    private Disagreement() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private init; }

    /// <summary>The register query that revealed it; its clock runs until everything from it is settled.</summary>
    public Guid AskId { get; private init; }
    public RegisterKind Kind { get; private init; }
    public SectionCode Section { get; private init; }
    public string Field { get; private init; } = "";
    public DateTime SeenAt { get; private init; }
    public DisagreementState State { get; private set; }
    public Guid? SettledBy { get; private set; }
    public DateTime? SettledAt { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }

    public static Disagreement Of(Guid child, Guid ask, ComparedField field, DateTime at, Seal seal, bool proposed = false) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = child,
            AskId = ask,
            Kind = field.Kind,
            Section = field.Section,
            Field = field.Field,
            SeenAt = at,
            State = proposed ? DisagreementState.Proposed : DisagreementState.Open,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new DisagreementContents(field.Here, field.Came)),
        };

    public DisagreementContents Open(Seal seal) => seal.Open<DisagreementContents>(this, Purpose, SealedContents);

    /// <param name="by">Null if it ended by itself.</param>
    public void End(DisagreementState state, Guid? by, DateTime at) => (State, SettledBy, SettledAt) = (state, by, at);

    public void Explain(string? because, Seal seal)
    {
        if (!string.IsNullOrWhiteSpace(because))
            SealedContents = seal.Close(this, Purpose, Open(seal) with { Because = because.Trim() });
    }
}

/// <summary>The table of <see cref="Disagreement"/>.</summary>
internal sealed class DisagreementConfiguration : IEntityTypeConfiguration<Disagreement>
{
    public void Configure(EntityTypeBuilder<Disagreement> e)
    {
        e.ToTable("disagreements");
        e.Property(d => d.Field).HasMaxLength(FieldSource.FieldMaxLength);
        e.HasIndex(d => d.ChildId);
    }
}
