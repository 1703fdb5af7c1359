using Registry.Kernel;

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

    /// <summary>An access to the Base ends soon [15.2].</summary>
    AccessEnds,
}

/// <summary>How far the mail of a notice has come.</summary>
internal enum MailStatus
{
    NotWanted,
    Waiting,
    Sent,
    GivenUp,
}

/// <summary>A notice to one account: ids, numbers, codes and dates, never personal data.</summary>
internal sealed class Notice
{
    public const int MostMailAttempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    public Guid Id { get; init; } = Ids.New();
    public Guid AccountId { get; init; }
    public NoticeKind Kind { get; init; }

    /// <summary>What happened, so that telling it twice makes one notice.</summary>
    public required string Key { get; init; }
    public DateTime At { get; init; }

    /// <summary>Number of the signal or case; null when the notice is about several.</summary>
    public string? Number { get; init; }
    public string? Step { get; init; }
    public Guid? AboutId { get; init; }
    public Guid? ChildId { get; init; }

    /// <summary>How many steps the notice gathers.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The day it is about: a due day, the end of an access.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether it was consented to, for decisions.</summary>
    public bool? Agreed { get; init; }

    /// <summary>False when the reader wants this kind by mail only.</summary>
    public bool InBase { get; private set; } = true;
    public DateTime? ReadAt { get; set; }
    public MailStatus Mail { get; private set; }
    public int MailAttempts { get; private set; }
    public DateTime? MailNextAt { get; private set; }

    public Notice Wanting(bool inBase, bool mail)
    {
        InBase = inBase;
        Mail = mail ? MailStatus.Waiting : MailStatus.NotWanted;
        MailNextAt = mail ? At : null;
        return this;
    }

    /// <summary>Takes the mail for one attempt: until the pause is over no other host takes it; pauses double.</summary>
    public void TakeForMail(DateTime now) => MailNextAt = now + FirstPause * Math.Pow(2, MailAttempts++);

    public void MailSent() => (Mail, MailNextAt) = (MailStatus.Sent, null);

    public void MailFailed()
    {
        if (MailAttempts >= MostMailAttempts)
            (Mail, MailNextAt) = (MailStatus.GivenUp, null);
    }
}

/// <summary>Whether an account wants a kind of notice in the Base and by mail; without a row both are wanted.</summary>
internal sealed class NoticeChoice
{
    public Guid AccountId { get; init; }
    public NoticeKind Kind { get; init; }
    public bool InBase { get; set; }
    public bool ByMail { get; set; }
}
