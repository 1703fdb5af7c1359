using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Access.Model;

/// <summary>A sealed key pair of the embedded provider.</summary>
[NoSubject("keys of the sign-in provider")]
internal sealed class ProviderKey : ISealedRow
{
    public const string Purpose = "provider-key";

    public Guid Id { get; init; }

    [SealedAs(Purpose)]
    public required byte[] Sealed { get; init; }
    public int SealNo { get; set; }
}
