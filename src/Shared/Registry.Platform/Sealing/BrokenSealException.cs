using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Checks;

namespace Registry.Platform.Sealing;

/// <summary>
/// A sealed value was changed, moved or put back bypassing the Base. It is not shown; the journal has the refusal under its subject, and the administrators are notified.
/// </summary>
public sealed class BrokenSealException : DomainException
{
    public const string Refusal = "seal.broken";

    /// <summary>The nightly check that looks for them too.</summary>
    internal const string Check = "broken-seals";

    internal BrokenSealException(Guid subject, Guid row)
        : base(Refusal)
    {
        AboutId = subject;
        Afterwards = (services, ct) => services.GetRequiredService<IFindings>().KeepAsync(Check, new(row), ct);
    }
}
