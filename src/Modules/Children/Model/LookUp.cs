using Registry.Basics;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>A question whose answer tells of somebody outside the asker's scope.</summary>
internal enum LookUpKind
{
    /// <summary>Whether a child like the one at hand is in the Base elsewhere [14.2].</summary>
    Elsewhere,

    /// <summary>Who the person of a number is that a signal does not know, in the registers of other state bodies [18].</summary>
    Register,

    /// <summary>What the registers know of the number on a card: everyday work, but the number can be changed and asked again.</summary>
    CardRegister,

    /// <summary>A number was entered that a card elsewhere has: the refusal says so.</summary>
    HeldNumber,
}

/// <summary>One question of a specialist on one day; asked again the same day it counts once [15.6, 28].</summary>
internal sealed class LookUp : ISealedRow
{
    public const int ReasonMaxLength = 500;
    private const string Purpose = "look-up.reason";

    public Guid Id { get; init; }

    /// <summary>The child that was found, or the one that the question was asked for.</summary>
    public Guid ChildId { get; private set; }
    public LookUpKind Kind { get; init; }
    public Guid AskedBy { get; init; }
    public DateOnly On { get; init; }
    public DateTime At { get; init; }

    /// <summary>The signal or case that was worked on.</summary>
    public Guid AboutId { get; init; }

    /// <summary>A keyed hash of what was asked.</summary>
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

    /// <summary>The question led to this child: it stands with the child.</summary>
    public void Found(Guid child) => ChildId = child;

    /// <summary>The signal that it was asked for is another child's now.</summary>
    public void MoveTo(Seal from, Seal to)
    {
        ChildId = to.Subject;
        if (SealedReason is not null)
            SealedReason = to.Close(this, Purpose, from.Open<string>(this, Purpose, SealedReason));
    }
}
