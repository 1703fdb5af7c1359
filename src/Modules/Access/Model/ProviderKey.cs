using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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

/// <summary>The table of <see cref="ProviderKey"/>.</summary>
internal sealed class ProviderKeyConfiguration : IEntityTypeConfiguration<ProviderKey>
{
    public void Configure(EntityTypeBuilder<ProviderKey> e)
    {
        e.ToTable("provider_keys");
    }
}
