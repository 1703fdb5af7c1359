using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Access.Model;

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
internal sealed class Account : IVersioned, ISealedRow, IMarked
{
    public const int LoginMaxLength = 60;
    public const int ReasonMaxLength = 500;
    public const string SecretPurpose = "account.second-factor";

    /// <summary>Accesses that one person has at most: one, and a second one by another person's consent.</summary>
    public const int MostOfPerson = 2;

    /// <summary>How long a person whose access was reset approves nothing: they must have time to report that it was not they who came in.</summary>
    public static readonly TimeSpan ApprovalsWait = TimeSpan.FromHours(24);

    private Account() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid SpecialistId { get; private init; }

    /// <summary>1, or 2 for a person's second access. No two of a person bear the same number.</summary>
    [Attested]
    public int Nth { get; private init; }

    [Attested]
    public string Login { get; private init; } = "";

    [Attested]
    public Role Role { get; private set; }

    [Attested]
    public string? Territory { get; private set; }

    [Attested]
    public DateOnly ValidFrom { get; private set; }

    [Attested]
    public DateOnly ValidUntil { get; private set; }

    [Attested]
    public DateTime? SuspendedAt { get; private set; }
    public string? SuspendReason { get; private set; }

    [Attested]
    public string PasswordHash { get; private set; } = "";

    [Attested]
    public bool MustChangePassword { get; private set; }

    [SealedAs(SecretPurpose)]
    [Attested]
    public byte[]? SealedSecret { get; private set; }
    public int SealNo { get; set; }

    [Attested]
    public bool SecondFactor { get; private set; }

    /// <summary>The last 30-second step whose code was used: a code works once.</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Until then its person approves and confirms nothing: the access was reset.</summary>
    [Attested]
    public DateTime? ApprovesFrom { get; private set; }

    /// <summary>[15.3] Without this course passed and valid the account opens nothing but courses and reference materials.</summary>
    [Attested]
    public Guid? RequiredCourse { get; private set; }

    /// <summary>The last day of the required course's result; null when it was never passed.</summary>
    [Attested]
    public DateOnly? CourseValidUntil { get; private set; }

    /// <summary>When the tour of the first sign-in was seen or dismissed; null while it is still to be shown.</summary>
    public DateOnly? ToldAroundOn { get; private set; }

    /// <summary>ky, ru or en; null until the person chooses one.</summary>
    public string? Language { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }

    public AccessData Access => new(Role, ValidFrom, ValidUntil, Territory, RequiredCourse);

    /// <summary>To be typed to confirm an act on it.</summary>
    public LocalText Name => new(Login, Login, Login);

    /// <param name="courseValidUntil">Of the required course, by the specialist's present results.</param>
    public static Account Grant(
        Guid specialistId,
        AccessData data,
        string login,
        string passwordHash,
        DateOnly? courseValidUntil = null,
        int nth = 1
    ) =>
        new()
        {
            Nth = nth,
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

    public void ChooseLanguage(string language) => Language = language;

    /// <param name="courseValidUntil">Of the required course, by the specialist's present results.</param>
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

    /// <summary>True when a change gives something: another role or place, an earlier start, a later end, or no such course any more.</summary>
    public bool IsWidenedBy(AccessData data) =>
        data.Role != Role
        || data.ValidFrom < ValidFrom
        || data.ValidUntil > ValidUntil
        || (data.Territory != Territory && !(Territory is { } own && data.Territory is { } part && Soate.Contains(own, part)))
        || (RequiredCourse is not null && data.RequiredCourse != RequiredCourse);

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

    /// <summary>A random password that must be changed at the next sign-in. Approvals wait.</summary>
    public void ResetPassword(string passwordHash, DateTime at)
    {
        PasswordHash = passwordHash;
        MustChangePassword = true;
        ApprovesFrom = at + ApprovalsWait;
    }

    public void ChoosePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        MustChangePassword = false;
    }

    /// <summary>The same password, hashed with more rounds.</summary>
    public void RenewHash(string passwordHash) => PasswordHash = passwordHash;

    public void OfferSecret(byte[] secret, Seal seal) => (SealedSecret, SecondFactor) = (seal.Close(this, SecretPurpose, secret), false);

    /// <summary>The person has shown that the device, or a passkey, works.</summary>
    public void Enrol() => SecondFactor = true;

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

/// <summary>The table of <see cref="Account"/>.</summary>
internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> e)
    {
        e.ToTable("accounts");
        e.Property(a => a.Login).HasMaxLength(Account.LoginMaxLength).IsUnicode(false);
        e.Ignore(a => a.Name);
        e.Property(a => a.Language).HasMaxLength(2).IsUnicode(false);
        e.Property(a => a.SuspendReason).HasMaxLength(Account.ReasonMaxLength);
        e.HasIndex(a => a.Login).IsUnique();
        e.Ignore(a => a.Access);
        // of two given at once the second is refused
        e.HasIndex(a => new { a.SpecialistId, a.Nth }).IsUnique();
    }
}
