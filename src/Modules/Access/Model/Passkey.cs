using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>A public key of a user's device (WebAuthn); the private one never leaves the device.</summary>
[NoSubject("public keys of users' devices")]
internal sealed class Passkey : IAttested
{
    /// <summary>The longest that the standard allows.</summary>
    public const int CredentialIdMaxLength = 1023;

    public Guid Id { get; init; }

    [Attested]
    public Guid AccountId { get; init; }

    [Attested]
    public required byte[] CredentialId { get; init; }

    /// <summary>Found by its hash: an index does not take a key of this length on every server.</summary>
    [Attested]
    public required byte[] CredentialHash { get; init; }

    [Attested]
    public required byte[] PublicKey { get; init; }

    /// <summary>Of devices that count; the others say 0 always.</summary>
    public long SignCount { get; init; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; init; }
    public byte[] Mac { get; set; } = [];
    public DateTime AddedAt { get; init; }
    public DateTime? UsedAt { get; init; }
}

/// <summary>A question that a device answers once.</summary>
[Expires("questions to users' devices", "five minutes", "access.forget-sign-ins")]
internal sealed class PasskeyChallenge
{
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(5);
    public const int StateMaxLength = 2_000;

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>What the framework's handler wants to see again with the answer.</summary>
    public required string State { get; init; }
    public DateTime At { get; init; }
}

/// <param name="Options">JSON for the browser: <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
internal sealed record PasskeyQuestion(Guid Id, string Options);

/// <param name="Id">Of the question.</param>
/// <param name="Credential">The browser's <c>PublicKeyCredential.toJSON()</c> as text.</param>
internal sealed record PasskeyAnswer(Guid Id, string Credential);

/// <summary>The table of <see cref="Passkey"/>.</summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> e)
    {
        e.ToTable("passkeys");
        e.Property(p => p.CredentialId).HasMaxLength(Passkey.CredentialIdMaxLength);
        e.Property(p => p.CredentialHash).HasMaxLength(RecoveryCode.HashSize);
        e.HasIndex(p => p.CredentialHash).IsUnique();
        e.HasIndex(p => p.AccountId);
    }
}

/// <summary>The table of <see cref="PasskeyChallenge"/>.</summary>
internal sealed class PasskeyChallengeConfiguration : IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<PasskeyChallenge> e)
    {
        e.ToTable("passkey_challenges");
        e.Property(c => c.State).HasMaxLength(PasskeyChallenge.StateMaxLength);
        e.HasIndex(c => c.At);
    }
}
