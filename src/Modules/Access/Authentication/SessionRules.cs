using Microsoft.Extensions.Configuration;

namespace Registry.Access.Authentication;

/// <summary>How long a session may lie unused.</summary>
internal sealed class SessionRules(IConfiguration configuration)
{
    public const string IdleSetting = "Registry:SignIn:IdleMinutes";
    private const int UsualIdleMinutes = 30;

    /// <summary>Precision of the last use: one write per minute and session, not one per call.</summary>
    public static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    public TimeSpan Idle { get; } = TimeSpan.FromMinutes(Math.Max(2, configuration.GetValue(IdleSetting, UsualIdleMinutes)));
}
