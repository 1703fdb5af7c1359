using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>Possible decisions of the authorised body on a record whose purge does not run by itself.</summary>
internal enum PurgeRuling
{
    /// <summary>Purge on a day: requested by one person, in force once another has confirmed it.</summary>
    Purge,

    /// <summary>Keep for now: work continues, or the date is being clarified.</summary>
    Keep,
}

/// <summary>The authorised body's decision on a purge [25.2]; the reason is sealed. A corrected birth date makes it void.</summary>
[StaysWithCard("a merged card is purged with the surviving one")]
internal sealed class PurgeDecision : ISealedRow, IAttested
{
    public const int ReasonMaxLength = 2000;
    public const string Purpose = "purge.reason";

    public Guid ChildId { get; init; }
    Guid ISealedRow.Id => ChildId;

    [Attested]
    public PurgeRuling Ruling { get; private set; }

    /// <summary>The day of the purge, or until which the record is kept.</summary>
    [Attested]
    public DateOnly On { get; private set; }

    /// <summary>The reasons against the purge at the time of the decision: a new one holds it again.</summary>
    [Attested]
    public string Reasons { get; private set; } = "";

    [SealedAs(Purpose)]
    public byte[] SealedReason { get; private set; } = [];
    public int SealNo { get; set; }

    [Attested]
    public Guid By { get; private set; }

    [Attested]
    public DateTime At { get; private set; }

    [Attested]
    public DateOnly? ConfirmedOn { get; private set; }
    public byte[] Mac { get; set; } = [];

    public void Decide(PurgeRuling ruling, DateOnly on, IEnumerable<PurgeReason> reasons, string reason, Seal seal, Guid by, DateTime at)
    {
        (Ruling, On, Reasons, By, At, ConfirmedOn) = (ruling, on, Codes.Join(reasons), by, at, null);
        SealedReason = seal.Close(this, Purpose, reason);
    }

    public void Confirm(DateOnly on) => ConfirmedOn = on;

    /// <summary>Two people decided on the purge.</summary>
    public bool IsConfirmed => Ruling is PurgeRuling.Purge && ConfirmedOn is not null;

    public bool Keeps(DateOnly today) => Ruling is PurgeRuling.Keep && On > today;

    public bool Covers(PurgeReason reason) => IsConfirmed && Codes.Split<PurgeReason>(Reasons).Contains(reason);

    public string ReasonBy(Seal seal) => seal.Open<string>(this, Purpose, SealedReason);
}

/// <summary>The table of <see cref="PurgeDecision"/>.</summary>
internal sealed class PurgeDecisionConfiguration : IEntityTypeConfiguration<PurgeDecision>
{
    public void Configure(EntityTypeBuilder<PurgeDecision> e)
    {
        e.ToTable("purge_decisions");
        e.HasKey(d => d.ChildId);
        e.Property(d => d.ChildId).ValueGeneratedNever();
        e.Property(d => d.Reasons).HasMaxLength(400).IsUnicode(false);
        e.HasIndex(d => d.On);
    }
}
