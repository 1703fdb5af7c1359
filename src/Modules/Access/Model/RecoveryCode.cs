using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>A code on paper for the day on which the device is lost: it opens the second factor once. Only its hash is kept.</summary>
[NoSubject("hashes of recovery codes of users")]
internal sealed class RecoveryCode : IAttested
{
    public const int HashSize = 32;

    /// <summary>As people write it: twenty-eight letters and digits, with spaces or hyphens between.</summary>
    public const int WrittenMaxLength = 40;

    public Guid Id { get; init; }

    [Attested]
    public Guid AccountId { get; init; }

    [Attested]
    public required byte[] Hash { get; init; }
    public byte[] Mac { get; set; } = [];

    /// <summary>138 random bits need no slow hash (ASVS 6.5.2). How it is written does not matter: capitals, spaces and hyphens.</summary>
    public static byte[] HashOf(Guid account, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}{new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)])}"));
}

/// <summary>Makes recovery codes and uses them up.</summary>
internal sealed class RecoveryCodes(AccessDbContext db, OwnWrites writes)
{
    private const int Count = 10;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>New codes in the place of the old ones; they are shown only once. The caller saves.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Guid account, CancellationToken ct)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account).ToListAsync(ct));
        var codes = Enumerable.Range(0, Count).Select(_ => Random()).ToList();
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCode
            {
                Id = Ids.New(),
                AccountId = account,
                Hash = RecoveryCode.HashOf(account, code),
            })
        );
        return codes;
    }

    /// <summary>True when the code is one of the account's; it is gone with the same statement. Call it before the call's own transaction begins.</summary>
    public async Task<bool> UseUpAsync(Guid account, string code, CancellationToken ct)
    {
        var hash = RecoveryCode.HashOf(account, code);
        return await writes.RunAsync(
                own => own.RecoveryCodes.Where(c => c.AccountId == account && c.Hash == hash).ExecuteDeleteAsync(ct),
                ct
            ) > 0;
    }

    private static string Random() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 7)));
}

/// <summary>The table of <see cref="RecoveryCode"/>.</summary>
internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> e)
    {
        e.ToTable("recovery_codes");
        e.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashSize);
        e.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
    }
}
