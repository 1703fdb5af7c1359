using System.Security.Cryptography;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Tests.Platform;

/// <summary>A seal whose key is in no store, for rows created without their child.</summary>
internal static class LooseSeal
{
    public static Seal Of(Guid subject) => new(subject, new SealingKey(RandomNumberGenerator.GetBytes(32)), null);

    public static ConfirmationReason Reason(Guid subject, string purpose = "void.reason") => new(purpose, "", Of(subject));
}
