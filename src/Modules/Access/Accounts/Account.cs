using Registry.Access.Rights;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Purging;

namespace Registry.Access.Accounts;

/// <summary>Whether an account can be used today.</summary>
internal enum AccountStatus
{
    Active,
    NotYetValid,
    Expired,
    Suspended,

    /// <summary>The body that the person works for is suspended.</summary>
    BodySuspended,
}

/// <summary>An access to the Base by login and password for a definite term [15.2].</summary>
[NoSubject("users")]
internal sealed class Account : IVersioned
{
    public const int LoginMaxLength = 60;
    public const int ReasonMaxLength = 500;
    private const int MostFailures = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private Account() { }

    public Guid Id { get; private init; }
    public Guid SpecialistId { get; private init; }
    public string Login { get; private init; } = "";
    public Role Role { get; private set; }
    public string? Territory { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly ValidUntil { get; private set; }
    public DateTime? SuspendedAt { get; private set; }
    public string? SuspendReason { get; private set; }
    public string PasswordHash { get; private set; } = "";
    public bool MustChangePassword { get; private set; }
    public byte[]? SealedSecret { get; private set; }
    public bool SecondFactor { get; private set; }

    /// <summary>The last 30-second step whose code was used: a code works once.</summary>
    public long LastCodeStep { get; private set; }
    public int Failures { get; private set; }
    public DateTime? LockedUntil { get; private set; }

    /// <summary>[15.3] Without this course passed and valid the account opens nothing but courses and reference materials.</summary>
    public Guid? RequiredCourse { get; private set; }

    /// <summary>The last day of the required course's result; null when it was never passed.</summary>
    public DateOnly? CourseValidUntil { get; private set; }

    /// <summary>When the tour of the first sign-in was seen or put away; null while it is still to be shown.</summary>
    public DateOnly? ToldAroundOn { get; private set; }
    public Guid Version { get; set; }

    /// <summary>Confirms what is done to it.</summary>
    public LocalText Name => new(Login, Login, Login);

    /// <param name="courseValidUntil">Of the required course, as the specialist's results stand now.</param>
    public static Account Grant(Guid specialistId, AccessData data, string login, string passwordHash, DateOnly? courseValidUntil = null) =>
        new()
        {
            RequiredCourse = data.RequiredCourse,
            CourseValidUntil = courseValidUntil,
            Id = Ids.New(),
            SpecialistId = specialistId,
            Login = login,
            Role = data.Role,
            Territory = data.Territory,
            ValidFrom = data.ValidFrom,
            ValidUntil = data.ValidUntil,
            PasswordHash = passwordHash,
            MustChangePassword = true,
            Version = Ids.New(),
        };

    /// <summary>The tour was seen, or is not wanted.</summary>
    public void TellAround(DateOnly on) => ToldAroundOn ??= on;

    /// <param name="courseValidUntil">Of the required course, as the specialist's results stand now.</param>
    public void Change(AccessData data, DateOnly? courseValidUntil)
    {
        RequiredCourse = data.RequiredCourse;
        CourseValidUntil = courseValidUntil;
        Role = data.Role;
        Territory = data.Territory;
        ValidFrom = data.ValidFrom;
        ValidUntil = data.ValidUntil;
    }

    /// <summary>True when a change takes something away: another role or place, or an earlier end.</summary>
    public bool IsNarrowedBy(AccessData data) =>
        data.Role != Role
        || data.ValidUntil < ValidUntil
        || data.ValidFrom > ValidFrom
        || (data.Territory != Territory && !(Territory is { } own && data.Territory is { } wider && Soate.Contains(wider, own)));

    /// <summary>The course that is owed on a day; null when none is.</summary>
    public Guid? CourseDueOn(DateOnly today) => RequiredCourse is { } course && !(CourseValidUntil >= today) ? course : null;

    public void PassCourse(Guid course, DateOnly validUntil)
    {
        if (RequiredCourse == course && !(CourseValidUntil >= validUntil))
            CourseValidUntil = validUntil;
    }

    public AccountStatus StatusOn(DateOnly today, bool bodySuspended) =>
        SuspendedAt is not null ? AccountStatus.Suspended
        : bodySuspended ? AccountStatus.BodySuspended
        : today < ValidFrom ? AccountStatus.NotYetValid
        : today > ValidUntil ? AccountStatus.Expired
        : AccountStatus.Active;

    /// <exception cref="DomainException"><c>account.suspended-already</c></exception>
    public void Suspend(string reason, DateTime at)
    {
        if (SuspendedAt is not null)
            throw new DomainException("account.suspended-already");
        (SuspendedAt, SuspendReason) = (at, reason.Trim());
    }

    /// <exception cref="DomainException"><c>account.not-suspended</c></exception>
    public void Resume()
    {
        if (SuspendedAt is null)
            throw new DomainException("account.not-suspended");
        (SuspendedAt, SuspendReason) = (null, null);
    }

    /// <summary>A random password that must be changed at the next sign-in; also opens a locked account.</summary>
    public void ResetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        MustChangePassword = true;
        Succeed();
    }

    public void ChoosePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        MustChangePassword = false;
    }

    public bool IsLocked(DateTime now) => LockedUntil > now;

    public void Fail(DateTime now)
    {
        if (++Failures < MostFailures)
            return;
        Failures = 0;
        LockedUntil = now + LockedFor;
    }

    public void Succeed() => (Failures, LockedUntil) = (0, null);

    public void OfferSecret(byte[] sealedSecret) => (SealedSecret, SecondFactor) = (sealedSecret, false);

    public void UseCode(long step) => (LastCodeStep, SecondFactor) = (step, true);

    /// <summary>The person lost the device: a new secret is offered at the next sign-in.</summary>
    public void ForgetSecret() => (SealedSecret, SecondFactor, LastCodeStep) = (null, false, 0);
}

/// <summary>The parameters of use [5.admin, 15.1]: role, territory and term; an end date is required [15.2].</summary>
internal sealed record AccessData(
    Role Role,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    string? Territory = null,
    Guid? RequiredCourse = null
);

/// <summary>A signed-in browser.</summary>
[Expires("signed-in browsers of users", "30 days", "access.forget-sign-ins")]
internal sealed class Session
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; private set; }
    public string? Ip { get; init; }
    public string? Browser { get; init; }

    /// <summary>Of the outside provider, by which the person came; gone when the session ends.</summary>
    public byte[]? SealedOutsideToken { get; set; }
    public string? OutsideSubject { get; set; }
    public string? OutsideSession { get; set; }

    public void End(DateTime at)
    {
        EndedAt ??= at;
        SealedOutsideToken = null;
    }
}

/// <summary>A refused sign-in from an address; many of them close the door to that address for a while, also after a restart.</summary>
[Expires("addresses of refused sign-ins", "a day", "access.forget-sign-ins")]
internal sealed class SignInFailure
{
    public Guid Id { get; init; }
    public required string Ip { get; init; }
    public DateTime At { get; init; }
}
