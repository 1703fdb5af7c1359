using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>A query whose answer reveals something about a person outside the user's scope.</summary>
internal enum LookUpKind
{
    /// <summary>Whether a child like the one at hand is elsewhere in the Base [14.2].</summary>
    Elsewhere,

    /// <summary>Looks up, in the registers of other state bodies, the person behind a number not known to a signal [18].</summary>
    Register,

    /// <summary>What the registers know about the number on a card: everyday work, but the number can be changed and queried again.</summary>
    CardRegister,

    /// <summary>A number was entered that belongs to a card elsewhere: the refusal reveals it.</summary>
    HeldNumber,
}

/// <summary>One query by a specialist on one day; repeated the same day, it counts once [15.6, 28].</summary>
internal sealed class LookUp : ISealedRow
{
    public const int ReasonMaxLength = 500;
    private const string Purpose = "look-up.reason";

    public Guid Id { get; init; }

    /// <summary>The child found, or the one the query was made for.</summary>
    public Guid ChildId { get; private set; }
    public LookUpKind Kind { get; init; }
    public Guid AskedBy { get; init; }
    public DateOnly On { get; init; }
    public DateTime At { get; init; }

    /// <summary>The signal or case being worked on.</summary>
    public Guid AboutId { get; init; }

    /// <summary>A keyed hash of the query.</summary>
    public long Question { get; init; }

    [SealedAs(Purpose)]
    public byte[]? SealedReason { get; private set; }
    public int SealNo { get; set; }

    public static LookUp Ask(LookUpKind kind, Guid child, Guid about, long question, Guid by, DateOnly on, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            ChildId = child,
            Kind = kind,
            AskedBy = by,
            On = on,
            At = at,
            AboutId = about,
            Question = question,
        };

    public LookUp Because(string reason, Seal seal)
    {
        SealedReason = seal.Close(this, Purpose, reason.Trim());
        return this;
    }

    /// <summary>The query led to this child and is stored with it.</summary>
    public void Found(Guid child) => ChildId = child;

    /// <summary>The signal it was made for now belongs to another child.</summary>
    public void MoveTo(Seal from, Seal to)
    {
        ChildId = to.Subject;
        if (SealedReason is not null)
            SealedReason = to.Close(this, Purpose, from.Open<string>(this, Purpose, SealedReason));
    }
}

/// <summary>The table of <see cref="LookUp"/>.</summary>
internal sealed class LookUpConfiguration : IEntityTypeConfiguration<LookUp>
{
    public void Configure(EntityTypeBuilder<LookUp> e)
    {
        e.ToTable("look_ups");
        // one question counts once a day
        e.HasIndex(l => new
            {
                l.AskedBy,
                l.On,
                l.Kind,
                l.Question,
                l.AboutId,
            })
            .IsUnique();
        e.HasIndex(l => l.AboutId);
        e.HasIndex(l => l.ChildId);
    }
}
