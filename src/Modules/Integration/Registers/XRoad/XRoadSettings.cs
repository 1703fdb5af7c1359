using Microsoft.Extensions.Configuration;
using Registry.Integration.Model;

namespace Registry.Integration.Registers.XRoad;

/// <summary>
/// Access to Tunduk: settings <c>Registry:Tunduk:SecurityServer</c>, <c>:Client</c> (instance/class/member/subsystem), <c>:Certificate</c> and
/// <c>:CertificatePassword</c> (PFX for TLS), <c>:TimeoutSeconds</c>, <c>:LargestAnswer</c> (bytes), and <c>:Simulator</c> for Development.
/// </summary>
internal sealed record XRoadSettings(
    Uri? SecurityServer,
    Subsystem Client,
    string? Certificate,
    string? CertificatePassword,
    TimeSpan Timeout,
    int LargestAnswer,
    bool Simulator
)
{
    private const int DefaultLargest = 1_000_000;
    private const int DefaultSeconds = 10;

    /// <summary>Registers can be queried.</summary>
    public bool Connected => Simulator || SecurityServer is not null;

    public static XRoadSettings From(IConfiguration configuration)
    {
        var s = configuration.GetSection("Registry:Tunduk");
        return new(
            s["SecurityServer"] is { Length: > 0 } address ? new Uri(address.TrimEnd('/') + "/") : null,
            Subsystem.Parse(s["Client"] ?? "central-server/GOV/70000000/child-registry"),
            s["Certificate"],
            s["CertificatePassword"],
            TimeSpan.FromSeconds(s.GetValue("TimeoutSeconds", DefaultSeconds)),
            s.GetValue("LargestAnswer", DefaultLargest),
            s.GetValue("Simulator", false)
        );
    }
}
