using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Access.Model;

/// <summary>
/// A signed-in browser. It is offered at the sign-in page, begins once, within two minutes, when the embedded provider has sent the browser back, and lasts a working day
/// at most, never beyond the access that it began with [15.2].
/// </summary>
[Expires("signed-in browsers of users", "30 days", "access.forget-sign-ins")]
internal sealed class Session : ISealedRow
{
    /// <summary>How long the pass from the sign-in page to the embedded provider holds.</summary>
    public static readonly TimeSpan Pass = TimeSpan.FromMinutes(2);

    /// <summary>A session lasts a working day at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public DateTime StartedAt { get; init; }

    /// <summary>The last call, to the minute; null while the session has not begun.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>When it is over in any case. A longer term granted later does not extend it: people sign in again.</summary>
    public DateTime EndsAt { get; init; }
    public DateTime? EndedAt { get; private set; }
    public string? Ip { get; private set; }
    public string? Browser { get; private set; }

    /// <summary>Of the outside provider, by which the person came; gone when the session ends.</summary>
    [SealedAs(Registry.Access.Authentication.OutsideSessions.Purpose)]
    public byte[]? SealedOutsideToken { get; set; }
    public int SealNo { get; set; }
    public string? OutsideSubject { get; set; }
    public string? OutsideSession { get; set; }
    public Guid? OutsidePass { get; set; }

    public static Session Offer(Account account, DateTime at)
    {
        var endOfTerm = Bishkek.StartOf(account.ValidUntil.AddDays(1));
        return new()
        {
            Id = Ids.Random(),
            AccountId = account.Id,
            StartedAt = at,
            EndsAt = at + Longest < endOfTerm ? at + Longest : endOfTerm,
        };
    }

    public void End(DateTime at)
    {
        EndedAt ??= at;
        SealedOutsideToken = null;
    }

    public SessionState StateAt(DateTime now, TimeSpan idle) =>
        EndedAt is not null ? SessionState.Ended
        : SeenAt is null || now > EndsAt || now - SeenAt > idle ? SessionState.Lapsed
        : SessionState.Open;
}

internal enum SessionState
{
    Open,

    /// <summary>Not used for too long, or its day or the term of its access is over.</summary>
    Lapsed,
    Ended,
}

/// <summary>The table of <see cref="Session"/>.</summary>
internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> e)
    {
        e.ToTable("sessions");
        e.Property(s => s.Ip).HasMaxLength(45);
        e.Property(s => s.Browser).HasMaxLength(200);
        e.Property(s => s.OutsideSubject).HasMaxLength(32).IsUnicode(false);
        e.Property(s => s.OutsideSession).HasMaxLength(32).IsUnicode(false);
        e.HasIndex(s => s.OutsideSubject);
        e.HasIndex(s => s.OutsideSession);
        // an answer of the outside provider admits once
        e.HasIndex(s => s.OutsidePass).IsUnique();
        e.HasIndex(s => new
        {
            s.AccountId,
            s.StartedAt,
            s.Id,
        });
    }
}
