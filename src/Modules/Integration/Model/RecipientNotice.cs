using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Integration.Model;

/// <summary>Why a recipient must learn that disclosed data are no longer correct.</summary>
internal enum NoticeCause
{
    SignalCorrected,
    CardCorrected,
    Merged,

    /// <summary>The merge was undone.</summary>
    Unmerged,
    Split,
    Voided,
}

internal enum RecipientNoticeState
{
    /// <summary>Somebody owes it.</summary>
    Owed,
    Told,
    Answered,

    /// <summary>The correction was undone before the notice was given.</summary>
    CalledOff,
}

/// <param name="Recipient">Who was given the data.</param>
/// <param name="Text">The text sent to them.</param>
/// <param name="Answer">What they answered.</param>
internal sealed record RecipientNoticeContents(string Recipient, string? Text = null, string? Answer = null);

/// <summary>A notice that disclosed data have been corrected since [27]; text and answer are kept.</summary>
internal sealed class RecipientNotice : IVersioned, ITerritorial, ICaseRow, ISealedRow
{
    public const int LongText = 4000;
    private const string Purpose = "recipient.notice";

    private RecipientNotice() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private init; }
    public Guid DisclosureId { get; private init; }

    /// <summary>Of the disclosure.</summary>
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";
    public NoticeCause Cause { get; private init; }

    /// <summary>The merge that it comes from.</summary>
    public Guid? MergeId { get; private init; }
    public RecipientNoticeState State { get; private set; }
    public DateOnly RaisedOn { get; private init; }
    public DateOnly? ToldOn { get; private set; }
    public Guid? ToldBy { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid Version { get; set; }

    public static RecipientNotice Raise(Disclosure given, string territory, NoticeCause cause, Guid? merge, Seal seal, DateOnly on)
    {
        var contents = given.Open(seal);
        return new()
        {
            Id = Ids.New(out var id),
            ChildId = given.ChildId,
            DisclosureId = given.Id,
            Number = given.Number,
            Territory = territory,
            District = Soate.District(territory),
            Cause = cause,
            MergeId = merge,
            RaisedOn = on,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new RecipientNoticeContents(contents.GivenTo ?? contents.AskedBy)),
            Version = Ids.New(),
        };
    }

    public RecipientNoticeContents Open(Seal seal) => seal.Open<RecipientNoticeContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>recipient.told-already</c></exception>
    public void Tell(string text, DateOnly on, Guid by, Seal seal)
    {
        if (State is not RecipientNoticeState.Owed)
            throw new DomainException("recipient.told-already");
        (State, ToldOn, ToldBy) = (RecipientNoticeState.Told, on, by);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Text = text.Trim() });
    }

    /// <exception cref="DomainException"><c>recipient.not-told</c></exception>
    public void Answer(string answer, DateOnly on, Seal seal)
    {
        if (State is not (RecipientNoticeState.Told or RecipientNoticeState.Answered))
            throw new DomainException("recipient.not-told");
        if (on < ToldOn)
            throw new DomainException("recipient.answered-before", 400, "on");
        (State, AnsweredOn) = (RecipientNoticeState.Answered, on);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Answer = answer.Trim() });
    }

    public void CallOff() => State = RecipientNoticeState.CalledOff;
}

/// <summary>The table of <see cref="RecipientNotice"/>.</summary>
internal sealed class RecipientNoticeConfiguration : IEntityTypeConfiguration<RecipientNotice>
{
    public void Configure(EntityTypeBuilder<RecipientNotice> e)
    {
        e.ToTable("recipient_notices");
        e.Property(n => n.Number).HasMaxLength(40);
        // one owed task per disclosure
        e.HasIndex(n => n.DisclosureId, "IX_owed_notice").IsUnique().HasFilter(CodeSql.Is("State", RecipientNoticeState.Owed));
        e.HasIndex(n => n.ChildId);
        e.HasIndex(n => n.MergeId);
        e.HasIndex(n => new { n.District, n.Id });
    }
}
