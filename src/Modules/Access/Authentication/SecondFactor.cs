using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Registry.Access.Model;
using Registry.Platform.Vault;

namespace Registry.Access.Authentication;

/// <summary>One-time codes by RFC 6238: SHA-1, 30 seconds, 6 digits, as every authenticator app reads them. A code works once.</summary>
internal sealed class SecondFactor(OwnWrites writes, Vault vault, TimeProvider clock)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private const int SecretSize = 20;

    /// <summary>
    /// Seals a new secret into the account and returns what the app needs to know. A new one each time: an earlier one, seen by means of a leaked first password, is useless.
    /// </summary>
    public async Task<Enrolment> OfferAsync(Account account, CancellationToken ct)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretSize);
        account.OfferSecret(secret, await vault.OfBaseAsync(ct));
        var text = ToBase32(secret);
        var address = $"otpauth://totp/Registry:{account.Login}?secret={text}&issuer=Registry";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new(text, address, new SvgQRCode(code).GetGraphic(4));
    }

    /// <summary>
    /// True when the code is right now or one step ago or ahead, and was not used before: its step is used up by one statement, so that of many simultaneous sign-ins one passes.
    /// Call it before the call's own transaction begins.
    /// </summary>
    public async Task<bool> AcceptAsync(Account account, string code, CancellationToken ct)
    {
        if (account.SealedSecret is not { } known)
            return false;
        var secret = (await vault.OfBaseAsync(ct)).Open<byte[]>(account, Account.SecretPurpose, known);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = now - 1; step <= now + 1; step++)
            if (
                step > account.LastCodeStep
                && CryptographicOperations.FixedTimeEquals(
                    System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step)),
                    System.Text.Encoding.UTF8.GetBytes(code)
                )
            )
                return await UseUpAsync(account.Id, step, ct);
        return false;
    }

    private async Task<bool> UseUpAsync(Guid account, long step, CancellationToken ct) =>
        await writes.RunAsync(
            db =>
                db.Accounts.Where(a => a.Id == account && a.LastCodeStep < step)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), ct),
            ct
        ) > 0;

    internal static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and the authenticator apps use SHA-1; an HMAC does not need collision resistance
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static string ToBase32(byte[] bytes)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0,
            bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
        }
        return text.ToString();
    }
}

/// <param name="Secret">Base32, to be typed where no camera is at hand.</param>
/// <param name="QrSvg">The address as a QR code.</param>
internal sealed record Enrolment(string Secret, string Address, string QrSvg);
