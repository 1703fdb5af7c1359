using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Kernel;
using Registry.Kernel.Vault;

namespace Registry.Access.Specialists;

/// <param name="Token">The same for the same number, by which it is found without being opened.</param>
internal sealed record SealedPin(byte[] Seal, byte[] Token);

/// <summary>Seals and opens specialists' personal numbers under the Base's own key, and makes the tokens by which they are found.</summary>
internal sealed class SpecialistPins(Vault vault)
{
    /// <summary>Bytes of a token.</summary>
    public const int TokenSize = 32;
    private const string Purpose = "specialist.pin";
    private const int Portion = 500;

    public async Task<SealedPin> SealAsync(string pin, CancellationToken ct) =>
        new((await vault.OfBaseAsync(ct)).Close(Purpose, pin), await TokenAsync(pin, ct));

    public async Task<string> OpenAsync(byte[] seal, CancellationToken ct) => (await vault.OfBaseAsync(ct)).Open<string>(Purpose, seal);

    public async Task<byte[]> TokenAsync(string pin, CancellationToken ct) =>
        HMACSHA256.HashData(await vault.SearchKeyAsync(ct), Encoding.UTF8.GetBytes($"{Purpose}|{pin.Trim()}"));

    /// <summary>One person is one specialist: a second account of the same person is no second person. The index on the token keeps it when two register at once.</summary>
    /// <exception cref="DomainException"><c>specialist.pin-taken</c> at the field.</exception>
    public async Task DemandFreeAsync(AccessDbContext db, string pin, Guid? self, CancellationToken ct)
    {
        var token = await TokenAsync(pin, ct);
        if (await db.Specialists.AnyAsync(s => s.PinToken == token && s.Id != self, ct))
            throw new DomainException("specialist.pin-taken", 409, "specialist.pin");
    }

    /// <summary>
    /// For specialists who were registered before there were tokens. Safe twice. Where two had the same number, the later one stays without a token: such a
    /// specialist cannot come in by an outside provider and cannot decide as a second person.
    /// </summary>
    public static async Task AddMissingTokensAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        var pins = services.GetRequiredService<SpecialistPins>();
        var passed = Guid.Empty;
        while (
            await db.Specialists.Where(s => s.PinToken == null && s.Id > passed).OrderBy(s => s.Id).Take(Portion).ToListAsync(ct)
                is { Count: > 0 } without
        )
        {
            foreach (var specialist in without)
            {
                var token = await pins.TokenAsync(await pins.OpenAsync(specialist.SealedPin, ct), ct);
                if (
                    without.All(s => s.PinToken?.SequenceEqual(token) != true)
                    && !await db.Specialists.AnyAsync(s => s.PinToken == token, ct)
                )
                    specialist.AddToken(token);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            passed = without[^1].Id;
        }
    }
}
