using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Operations;
using Registry.Kernel.Purging;

namespace Registry.Access.Notices;

/// <summary>What a notice tells.</summary>
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
    PlanSubmitted,
    PlanDecided,
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

    /// <summary>Consent is asked for that a further report needs no new assessment [20.9].</summary>
    NoAssessmentRequested,
    NoAssessmentDecided,

    /// <summary>What was announced does not happen on that day.</summary>
    PurgeWithdrawn,

    /// <summary>A purge did not run by itself: the authorised body decides.</summary>
    PurgeHeld,

    /// <summary>Two cards in different districts may be one child's: the authorised body is asked.</summary>
    MergeRequested,
    MergeDecided,

    /// <summary>The authorised body found two cards to be one child's: the keeping holder chooses the fields.</summary>
    MergeFields,

    /// <summary>A signal went from one district to another: both ends are told [11.3].</summary>
    SignalForwarded,

    /// <summary>A signal lies where no holder can sign in: the reader's body must act.</summary>
    SignalWithoutHolder,

    /// <summary>Another holder asks for one's case [14.2].</summary>
    CaseRequested,

    /// <summary>One's request for a case elsewhere was answered, settled or has lapsed.</summary>
    CaseRequestAnswered,

    /// <summary>Who asked for one's case does not ask any more.</summary>
    CaseRequestWithdrawn,

    /// <summary>The personal number of a sealed record stands on another card: for its named persons.</summary>
    SealedNumberEntered,

    /// <summary>A day found more than a year back waits to be confirmed [19.2].</summary>
    DayFoundAsked,
    DayFoundDecided,

    /// <summary>Somebody asks about people outside their scope more often than work explains: for the administrators.</summary>
    LookUpsFrequent,

    /// <summary>One's own access is to be given, changed or reset, or was; cannot be switched off in the Base.</summary>
    OwnAccess,

    /// <summary>The same, told to the head of the person's body; cannot be switched off in the Base.</summary>
    AccessOfStaff,

    /// <summary>Another person of the authorised body asked for an access: a second one confirms it.</summary>
    AccessRequested,

    /// <summary>What became of an access that one asked for.</summary>
    AccessDecided,

    /// <summary>A request for access waits for more than a working day.</summary>
    AccessLate,

    /// <summary>The operator of the machine confirmed an access; cannot be switched off in the Base.</summary>
    AccessOnMachine,

    /// <summary>Another state system may ask something else, or got a secret; cannot be switched off in the Base.</summary>
    ClientChanged,
}

internal static class NoticeKinds
{
    /// <summary>Whoever must know of danger to a child, or of power over their access, cannot ask not to be told.</summary>
    public static bool StaysInBase(this NoticeKind kind) =>
        kind
            is NoticeKind.CriticalRisk
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

/// <summary>What is told: ids, numbers, codes and dates, never personal data.</summary>
/// <param name="Key">What happened, so that telling it twice makes one notice.</param>
/// <param name="Number">Number of the signal or case; null when it is about several.</param>
/// <param name="Count">How many steps it gathers.</param>
/// <param name="On">The day it is about: a due day, the end of an access.</param>
/// <param name="Agreed">Whether it was consented to, for decisions.</param>
internal sealed record News(
    NoticeKind Kind,
    string Key,
    string? Number = null,
    Guid? AboutId = null,
    Guid? ChildId = null,
    Step? Step = null,
    int Count = 1,
    DateOnly? On = null,
    bool? Agreed = null
);

/// <summary>News for one account.</summary>
[Expires("notices to a user: numbers, codes and days", "until the account ends", "access.forget-ended-accounts")]
internal sealed class Notice
{
    private Notice() { }

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }
    public NoticeKind Kind { get; private init; }
    public string Key { get; private init; } = "";
    public DateTime At { get; private init; }
    public string? Number { get; private init; }
    public Step? Step { get; private init; }
    public Guid? AboutId { get; private init; }
    public Guid? ChildId { get; private init; }
    public int Count { get; private init; }
    public DateOnly? On { get; private init; }
    public bool? Agreed { get; private init; }

    /// <summary>False when the reader wants this kind by mail only.</summary>
    public bool InBase { get; private init; }
    public DateTime? ReadAt { get; private set; }
    public MailStatus Mail { get; private set; }
    public int MailAttempts { get; private set; }
    public DateTime? MailNextAt { get; private set; }

    public static Notice Of(News news, Guid account, DateTime at, bool inBase, bool byMail) =>
        new()
        {
            Id = Ids.New(),
            AccountId = account,
            Kind = news.Kind,
            Key = news.Key,
            At = at,
            Number = news.Number,
            Step = news.Step,
            AboutId = news.AboutId,
            ChildId = news.ChildId,
            Count = news.Count,
            On = news.On,
            Agreed = news.Agreed,
            InBase = inBase,
            Mail = byMail ? MailStatus.Waiting : MailStatus.NotWanted,
            MailNextAt = byMail ? at : null,
        };

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
