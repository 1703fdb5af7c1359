using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Access.Model;

/// <param name="Token">The same for the same number, by which it is found without being opened.</param>
internal sealed record KnownPin(string Pin, Seal Seal, byte[] Token);

/// <summary>Seals and opens specialists' personal numbers under the Base's own key, and makes the tokens by which they are found.</summary>
internal sealed class SpecialistPins(Vault vault)
{
    /// <summary>Bytes of a token.</summary>
    public const int TokenSize = 32;
    public const string Purpose = "specialist.pin";
    private const int Portion = 500;

    public async Task<KnownPin> KnowAsync(string pin, CancellationToken ct) =>
        new(pin, await vault.OfBaseAsync(ct), await TokenAsync(pin, ct));

    public async Task<string> OpenAsync(Specialist specialist, CancellationToken ct) =>
        (await vault.OfBaseAsync(ct)).Open<string>(specialist, Purpose, specialist.SealedPin);

    public async Task<byte[]> TokenAsync(string pin, CancellationToken ct) =>
        HMACSHA256.HashData(await vault.SearchKeyAsync(ct), Encoding.UTF8.GetBytes($"{Purpose}|{pin.Trim()}"));

    /// <summary>Whether a specialist is the same person as one of the others: themselves, or registered under the same personal number.</summary>
    public async Task<bool> AreOnePersonAsync(AccessDbContext db, Guid person, IReadOnlyCollection<Guid> others, CancellationToken ct)
    {
        if (others.Contains(person))
            return true;
        List<Guid> all = [person, .. others];
        var known = await db.Specialists.AsNoTracking().Where(s => all.Contains(s.Id)).ToListAsync(ct);
        var tokens = new Dictionary<Guid, byte[]>();
        foreach (var one in known)
            // a Base that is older than the tokens may hold one number twice: the later registration is without one
            tokens[one.Id] = one.PinToken ?? await TokenAsync(await OpenAsync(one, ct), ct);
        return tokens.TryGetValue(person, out var own) && tokens.Any(t => t.Key != person && t.Value.AsSpan().SequenceEqual(own));
    }

    /// <summary>One person is one specialist: a second account of the same person is no second person. The index on the token keeps it when two register at once.</summary>
    /// <exception cref="DomainException"><c>specialist.pin-taken</c> at the field.</exception>
    public async Task RequireFreeAsync(AccessDbContext db, string pin, Guid? self, CancellationToken ct)
    {
        var token = await TokenAsync(pin, ct);
        if (await db.Specialists.AnyAsync(s => s.PinToken == token && s.Id != self, ct))
            throw new DomainException("specialist.pin-taken", 409, "specialist.pin");
    }

    /// <summary>
    /// For specialists who were registered before there were tokens. Safe twice. Where two had the same number, the later one stays without a token: such a
    /// specialist cannot come in by an outside provider and is one person with the earlier one wherever a second person decides.
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
                var token = await pins.TokenAsync(await pins.OpenAsync(specialist, ct), ct);
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
