using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Confirming;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>What a request about a person's access is for.</summary>
internal enum AccessRequestKind
{
    /// <summary>A new access; a person's second one too.</summary>
    Grant,

    /// <summary>Another role or territory, or a longer term.</summary>
    Change,

    /// <summary>A new password, and a new second factor where the device was lost.</summary>
    Reset,
}

/// <summary>
/// Power over an access: one person of the authorised body requests it, another confirms, and only then it is in force [8, 15.1, 15.2]. At most one is open about
/// a person. Rows stay, so that it is known who gave what to whom.
/// </summary>
[NoSubject("who requested and who confirmed the access of users")]
internal sealed class AccessRequest : IVersioned, IMarked
{
    private AccessRequest() { }

    public Guid Id { get; private init; }

    [Attested]
    public AccessRequestKind Kind { get; private init; }

    [Attested]
    public Guid SpecialistId { get; private init; }

    /// <summary>The account that is changed or reset, or that a grant has made.</summary>
    [Attested]
    public Guid? AccountId { get; private set; }

    /// <summary>The account as it was when requested: whatever changed since is not overwritten.</summary>
    [Attested]
    public Guid? AccountVersion { get; private init; }

    [Attested]
    public string Login { get; private init; } = "";

    [Attested]
    public Role Role { get; private init; }

    [Attested]
    public string? Territory { get; private init; }

    [Attested]
    public DateOnly ValidFrom { get; private init; }

    [Attested]
    public DateOnly ValidUntil { get; private init; }

    [Attested]
    public Guid? RequiredCourse { get; private init; }

    [Attested]
    public bool ForgetSecondFactor { get; private init; }

    [Attested]
    public ConfirmationState State { get; private set; }

    [Attested]
    public Guid RequestedBy { get; private init; }

    [Attested]
    public DateTime RequestedAt { get; private init; }

    /// <summary>Null where the operator confirmed on the machine.</summary>
    [Attested]
    public Guid? DecidedBy { get; private set; }

    [Attested]
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Confirmed by a command on the machine: the next person of the authorised body is shown it.</summary>
    [Attested]
    public bool OnMachine { get; private set; }

    [Attested]
    public Guid? SeenBy { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }

    public AccessData Access => new(Role, ValidFrom, ValidUntil, Territory, RequiredCourse);

    public static AccessRequest Grant(Guid specialist, string login, AccessData data, Guid by, DateTime at) =>
        Of(AccessRequestKind.Grant, specialist, login, data, null, false, by, at);

    public static AccessRequest Change(Account account, AccessData data, Guid by, DateTime at) =>
        Of(AccessRequestKind.Change, account.SpecialistId, account.Login, data, account, false, by, at);

    public static AccessRequest Reset(Account account, bool forgetSecondFactor, Guid by, DateTime at) =>
        Of(AccessRequestKind.Reset, account.SpecialistId, account.Login, account.Access, account, forgetSecondFactor, by, at);

    private static AccessRequest Of(
        AccessRequestKind kind,
        Guid specialist,
        string login,
        AccessData data,
        Account? account,
        bool forgetSecondFactor,
        Guid by,
        DateTime at
    ) =>
        new()
        {
            Id = Ids.New(),
            Kind = kind,
            SpecialistId = specialist,
            AccountId = account?.Id,
            AccountVersion = account?.Version,
            Login = login,
            Role = data.Role,
            Territory = data.Territory,
            ValidFrom = data.ValidFrom,
            ValidUntil = data.ValidUntil,
            RequiredCourse = data.RequiredCourse,
            ForgetSecondFactor = forgetSecondFactor,
            RequestedBy = by,
            RequestedAt = at,
            Version = Ids.New(),
        };

    /// <param name="account">That the request was about, or that came about by it.</param>
    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    public void Confirm(Guid account, Guid? by, DateTime at)
    {
        Decide(ConfirmationState.Confirmed, by, at);
        AccountId = account;
        OnMachine = by is null;
    }

    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    public void Refuse(Guid by, DateTime at) => Decide(ConfirmationState.Refused, by, at);

    /// <summary>The requester withdraws it.</summary>
    /// <exception cref="DomainException">404 for anybody else; <c>confirmation.decided</c>.</exception>
    public void Withdraw(Guid by, DateTime at)
    {
        if (RequestedBy != by)
            throw DomainException.NotFound();
        Decide(ConfirmationState.Withdrawn, by, at);
    }

    /// <summary>Another person has looked at what the operator confirmed.</summary>
    /// <exception cref="DomainException"><c>access-request.nothing-to-see</c></exception>
    public void See(Guid by)
    {
        if (!OnMachine || SeenBy is not null)
            throw new DomainException("access-request.nothing-to-see");
        SeenBy = by;
    }

    /// <summary>Neither the requester nor the person who would get it; whether the role and the body fit is checked by <see cref="SecondPerson"/>.</summary>
    public bool MayBeDecidedBy(Guid specialist) => specialist != RequestedBy && specialist != SpecialistId;

    /// <summary>Open for more than a working day.</summary>
    public bool IsLate(WorkingCalendar calendar, DateOnly today) =>
        State is ConfirmationState.Requested && today > calendar.Add(Bishkek.DayOf(RequestedAt), 1);

    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    public void RequireOpen()
    {
        if (State is not ConfirmationState.Requested)
            throw new DomainException("confirmation.decided");
    }

    private void Decide(ConfirmationState to, Guid? by, DateTime at)
    {
        RequireOpen();
        (State, DecidedBy, DecidedAt) = (to, by, at);
    }
}

/// <summary>The table of <see cref="AccessRequest"/>.</summary>
internal sealed class AccessRequestConfiguration : IEntityTypeConfiguration<AccessRequest>
{
    public void Configure(EntityTypeBuilder<AccessRequest> e)
    {
        e.ToTable("requests");
        e.Ignore(r => r.Access);
        e.Property(r => r.Login).HasMaxLength(Account.LoginMaxLength).IsUnicode(false);
        e.HasIndex(r => r.SpecialistId, "IX_open_request").IsUnique().HasFilter(CodeSql.Is("State", ConfirmationState.Requested));
    }
}
