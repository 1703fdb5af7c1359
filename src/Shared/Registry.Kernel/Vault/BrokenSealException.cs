using Registry.Kernel.Operations;

namespace Registry.Kernel.Vault;

/// <summary>
/// What is sealed there was changed, moved or put back past the Base. Nothing of it is shown; the journal has the refusal under its subject, and the administrators are told.
/// </summary>
public sealed class BrokenSealException : DomainException
{
    public const string Refusal = "seal.broken";

    internal BrokenSealException(Guid subject, Guid row)
        : base(Refusal)
    {
        AboutId = subject;
        Afterwards = (services, ct) => FoundAtOnce.KeepAsync(services, SealsCheck.Name, new(row), ct);
    }
}
