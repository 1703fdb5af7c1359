using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Registry.Basics.Time;

namespace Registry.Access.Model;

/// <summary>
/// SMTP server of the notices: <c>Registry:Mail:Host, Port, Secure, User, Password, From</c>; when the
/// digest of the day goes out: <c>DigestAt</c>, in Bishkek; links begin with <c>Registry:PublicAddress</c>.
/// </summary>
internal sealed record MailSettings(
    string? Host,
    int Port,
    bool Secure,
    string? User,
    string? Password,
    string From,
    string PublicAddress,
    TimeOnly DigestAt
)
{
    /// <summary>Without a server notices stay in the Base.</summary>
    public bool IsSet => !string.IsNullOrEmpty(Host);

    /// <summary>The next moment at which what is not urgent is mailed.</summary>
    public DateTime NextDigest(DateTime now)
    {
        var today = Bishkek.DayOf(now);
        var at = Bishkek.StartOf(today) + DigestAt.ToTimeSpan();
        return at > now ? at : Bishkek.StartOf(today.AddDays(1)) + DigestAt.ToTimeSpan();
    }

    private const int PortOfTls = 465;

    /// <summary>Where a server offers no encryption nothing is sent (ASVS 12.3.1).</summary>
    public SecureSocketOptions Encryption =>
        !Secure ? SecureSocketOptions.None
        : Port == PortOfTls ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    public static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Registry:Mail");
        return new(
            mail["Host"],
            mail.GetValue("Port", 587),
            mail.GetValue("Secure", true),
            mail["User"],
            mail["Password"],
            mail["From"] ?? "registry@localhost",
            (configuration["Registry:PublicAddress"] ?? "http://localhost:5080").TrimEnd('/'),
            mail.GetValue("DigestAt", new TimeOnly(8, 30))
        );
    }
}
