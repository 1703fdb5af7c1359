using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>What a notice reports.</summary>
internal enum NoticeKind
{
    /// <summary>A step falls due soon.</summary>
    Reminder,

    /// <summary>One's own step is overdue.</summary>
    Overdue,

    /// <summary>Somebody else's step is overdue and has come to the reader along the chain.</summary>
    Escalated,

    /// <summary>A child was assessed as being in critical danger; cannot be switched off in the Base.</summary>
    CriticalRisk,

    /// <summary>A child in danger to life, or urgently at risk, was reported; cannot be switched off in the Base [19.2].</summary>
    UrgentSignal,

    /// <summary>Somebody else registered a signal in the reader's territory [19.2].</summary>
    SignalCame,

    /// <summary>Measures of an approved plan are the reader's to carry out [13b.4, 16].</summary>
    MeasuresAssigned,

    /// <summary>Another specialist reported on a measure in a case of the reader's [13b.4].</summary>
    MeasureReported,
    PlanSubmitted,
    PlanDecided,

    /// <summary>A disclosure of confidential information waits for a second person [27].</summary>
    DisclosureRequested,
    DisclosureDecided,
    ClosingRequested,
    ClosingDecided,
    TransferOffered,
    TransferDecided,
    VoidRequested,
    VoidDecided,

    /// <summary>One's own access to the Base ends soon [15.2].</summary>
    AccessEnds,

    /// <summary>Somebody's access ends soon: for the administrators.</summary>
    AccessOfOtherEnds,

    /// <summary>A specialist owes steps and has no access: somebody else must take them over [15.4].</summary>
    ResponsibleAbsent,

    /// <summary>A subject turns 28 and the data end [25.2].</summary>
    PurgeAnnounced,

    /// <summary>Something in the running of the Base needs an administrator.</summary>
    Trouble,

    /// <summary>Consent is requested that a further report needs no new assessment [20.9].</summary>
    NoAssessmentRequested,
    NoAssessmentDecided,

    /// <summary>What was announced does not happen on that day.</summary>
    PurgeWithdrawn,

    /// <summary>A purge did not run by itself: the authorised body decides.</summary>
    PurgeHeld,

    /// <summary>Two cards in different districts may be one child's: the authorised body decides.</summary>
    MergeRequested,
    MergeDecided,

    /// <summary>The authorised body found two cards to be one child's: the keeping holder chooses the fields.</summary>
    MergeFields,

    /// <summary>A signal went from one district to another: both ends are notified [11.3].</summary>
    SignalForwarded,

    /// <summary>A signal lies where no holder can sign in: the reader's body must act.</summary>
    SignalWithoutHolder,

    /// <summary>Another holder requests one's case [14.2].</summary>
    CaseRequested,

    /// <summary>One's request for a case elsewhere was answered, settled or has lapsed.</summary>
    CaseRequestAnswered,

    /// <summary>The request for one's case is no longer made.</summary>
    CaseRequestWithdrawn,

    /// <summary>The personal number of a sealed record is on another card: for its named persons.</summary>
    SealedNumberEntered,

    /// <summary>A day found more than a year back waits to be confirmed [19.2].</summary>
    DayFoundAsked,
    DayFoundDecided,

    /// <summary>Somebody looks up people outside their scope more often than work explains: for the administrators.</summary>
    LookUpsFrequent,

    /// <summary>One's own access is to be given, changed or reset, or was; cannot be switched off in the Base.</summary>
    OwnAccess,

    /// <summary>The same, for the head of the person's body; cannot be switched off in the Base.</summary>
    AccessOfStaff,

    /// <summary>Another person of the authorised body requested an access: a second one confirms it.</summary>
    AccessRequested,

    /// <summary>The outcome of an access that one requested.</summary>
    AccessDecided,

    /// <summary>A request for access waits for more than a working day.</summary>
    AccessLate,

    /// <summary>The operator of the machine confirmed an access; cannot be switched off in the Base.</summary>
    AccessOnMachine,

    /// <summary>Another state system was given other rights or a secret; cannot be switched off in the Base.</summary>
    ClientChanged,

    /// <summary>A person was named to open the records of adopted children: a second one confirms it.</summary>
    SealedReaderNamed,

    /// <summary>Another administrator requests to pause a job that protects data.</summary>
    JobPauseRequested,
}

internal static class NoticeKinds
{
    /// <summary>Mailed at once; everything else waits for the daily digest.</summary>
    public static bool IsUrgent(this NoticeKind kind) =>
        kind.StaysInBase()
        || kind
            is NoticeKind.Escalated
                or NoticeKind.SignalWithoutHolder
                or NoticeKind.AccessRequested
                or NoticeKind.SealedNumberEntered
                or NoticeKind.LookUpsFrequent
                or NoticeKind.Trouble;

    /// <summary>True when later news of the same matter must not replace this notice.</summary>
    public static bool Outweighs(this NoticeKind kind, NoticeKind later) =>
        kind is NoticeKind.UrgentSignal && later is NoticeKind.SignalCame or NoticeKind.SignalForwarded;

    /// <summary>Notices of danger to a child, or of power over the reader's access, cannot be switched off.</summary>
    public static bool StaysInBase(this NoticeKind kind) =>
        kind
            is NoticeKind.CriticalRisk
                or NoticeKind.UrgentSignal
                or NoticeKind.OwnAccess
                or NoticeKind.AccessOfStaff
                or NoticeKind.AccessOnMachine
                or NoticeKind.ClientChanged;
}

/// <summary>How far the mail of a notice has come.</summary>
internal enum MailStatus
{
    NotWanted,
    Waiting,
    Sent,

    /// <summary>A dead letter: tried no more until an administrator decides.</summary>
    GivenUp,

    /// <summary>An administrator put it away.</summary>
    PutAway,
}

/// <summary>What is reported: ids, numbers, codes and dates, never personal data.</summary>
/// <param name="Key">What happened, so that reporting it twice makes one notice.</param>
/// <param name="Number">Number of the signal or case; null when it is about several.</param>
/// <param name="Count">How many steps it gathers.</param>
/// <param name="On">The day it is about: a due day, the end of an access.</param>
/// <param name="Agreed">Whether it was consented to, for decisions.</param>
/// <param name="Matter">What it is about: a reader has one notice per matter, which later news updates. Null for news about no such matter.</param>
/// <param name="Soon">For overdue steps: how many more fall due soon.</param>
internal sealed record News(
    NoticeKind Kind,
    string Key,
    string? Number = null,
    Guid? AboutId = null,
    Guid? ChildId = null,
    Step? Step = null,
    int Count = 1,
    DateOnly? On = null,
    bool? Agreed = null,
    string? Matter = null,
    int Soon = 0
);

/// <summary>News for one account.</summary>
[Expires("notices to a user: numbers, codes and days", "until the account ends", "access.forget-ended-accounts")]
internal sealed class Notice
{
    private Notice() { }

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }
    public NoticeKind Kind { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>Unique for a reader.</summary>
    public string? Matter { get; private init; }
    public DateTime At { get; private set; }
    public string? Number { get; private set; }
    public Step? Step { get; private set; }
    public Guid? AboutId { get; private set; }
    public Guid? ChildId { get; private set; }
    public int Count { get; private set; }
    public int Soon { get; private set; }
    public DateOnly? On { get; private set; }
    public bool? Agreed { get; private set; }

    /// <summary>False when the reader wants this kind by mail only.</summary>
    public bool InBase { get; private set; }
    public DateTime? ReadAt { get; private set; }
    public MailStatus Mail { get; private set; }
    public int MailAttempts { get; private set; }
    public DateTime? MailNextAt { get; private set; }

    /// <param name="mailAt">When it is to be mailed; null when the reader wants no mail.</param>
    public static Notice Of(News news, Guid account, DateTime at, bool inBase, DateTime? mailAt)
    {
        var notice = new Notice
        {
            Id = Ids.New(),
            AccountId = account,
            Matter = news.Matter,
        };
        notice.Tell(news, at, inBase, mailAt);
        return notice;
    }

    /// <summary>Replaces the text with the latest news of the matter and marks it unread.</summary>
    public void Tell(News news, DateTime at, bool inBase, DateTime? mailAt)
    {
        (Kind, Key, At, ReadAt) = (news.Kind, news.Key, at, null);
        (Number, Step, AboutId, ChildId) = (news.Number, news.Step, news.AboutId, news.ChildId);
        (Count, Soon, On, Agreed, InBase) = (news.Count, news.Soon, news.On, news.Agreed, inBase);
        // a notice still waiting for the digest goes out once, with the latest text
        (Mail, MailNextAt) = mailAt is null ? (MailStatus.NotWanted, (DateTime?)null) : (MailStatus.Waiting, mailAt);
        MailAttempts = 0;
    }

    /// <summary>Takes the mail for one attempt: until the pause is over no other host takes it.</summary>
    public void TakeForMail(DateTime now) => MailNextAt = now + RetryPolicy.PauseAfter(++MailAttempts);

    public void MailSent() => (Mail, MailNextAt) = (MailStatus.Sent, null);

    public void MailFailed()
    {
        if (MailAttempts >= RetryPolicy.MostAttempts)
            (Mail, MailNextAt) = (MailStatus.GivenUp, null);
    }

    public void RetryMail(DateTime now) => (Mail, MailAttempts, MailNextAt) = (MailStatus.Waiting, 0, now);

    public void PutMailAway() => Mail = MailStatus.PutAway;
}

/// <summary>Whether an account wants a kind of notice in the Base and by mail; without a row both are wanted.</summary>
[NoSubject("how a user wants notices")]
internal sealed class NoticeChoice
{
    public Guid AccountId { get; init; }
    public NoticeKind Kind { get; init; }
    public bool InBase { get; set; }
    public bool ByMail { get; set; }
}

/// <summary>The table of <see cref="Notice"/>.</summary>
internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> e)
    {
        e.ToTable("notices");
        e.Property(n => n.Key).HasMaxLength(120).IsUnicode(false);
        e.Property(n => n.Matter).HasMaxLength(80).IsUnicode(false);
        e.Property(n => n.Number).HasMaxLength(40);
        // two hosts that want to send the same mail: the second one is refused
        e.Property(n => n.MailAttempts).IsConcurrencyToken();
        e.HasIndex(n => new { n.AccountId, n.At });
        e.HasIndex(n => new { n.Mail, n.MailNextAt });
        e.HasIndex(n => new
            {
                n.Kind,
                n.Key,
                n.AccountId,
            })
            .IsUnique();
        e.HasIndex(n => new { n.AccountId, n.Matter }).IsUnique().HasFilter("Matter IS NOT NULL");
        e.HasIndex(n => n.ChildId);
    }
}

/// <summary>The table of <see cref="NoticeChoice"/>.</summary>
internal sealed class NoticeChoiceConfiguration : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> e)
    {
        e.ToTable("notice_choices");
        e.HasKey(c => new { c.AccountId, c.Kind });
    }
}
