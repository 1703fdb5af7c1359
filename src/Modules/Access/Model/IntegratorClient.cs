using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Platform.Rows;

namespace Registry.Access.Model;

/// <summary>What another state system may request; the names are the scopes of its tokens.</summary>
internal enum ClientScope
{
    /// <summary>Send signals and read their status.</summary>
    Signals,

    /// <summary>Ask whether a child is known to the Base.</summary>
    Known,

    /// <summary>The republic's published statistics.</summary>
    Statistics,

    /// <summary>Dictionaries and territories.</summary>
    Dictionaries,

    /// <summary>Read what was disclosed to the system [27].</summary>
    Disclosures,
}

/// <param name="Territory">Null for the whole republic.</param>
/// <param name="Addresses">Allowed IP addresses; none means any.</param>
/// <param name="PerMinute">Calls a minute at most.</param>
internal sealed record ClientData(
    string Name,
    Guid BodyId,
    IReadOnlyList<ClientScope> Scopes,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    string? Territory = null,
    IReadOnlyList<string>? Addresses = null,
    int PerMinute = 60
);

/// <summary>Another state system that speaks to the Base over the integrators' API [12.2, 15.5]. Its secret is random, shown once and kept as a hash.</summary>
[NoSubject("other state systems")]
internal sealed class IntegratorClient : IVersioned, IMarked
{
    public const int NameMaxLength = 200;
    private const int SecretBytes = 32;

    /// <summary>Scopes that reveal data about individual children.</summary>
    private static readonly ClientScope[] AboutChildren = [ClientScope.Known, ClientScope.Disclosures];

    /// <summary>How long the earlier secret still works after a rotation.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    private IntegratorClient() { }

    public Guid Id { get; private init; }

    /// <summary>As the system names itself at the token endpoint.</summary>
    [Attested]
    public string ClientId { get; private init; } = "";
    public string Name { get; private set; } = "";

    [Attested]
    public Guid BodyId { get; private set; }

    /// <summary>Names of <see cref="ClientScope"/>, divided by commas.</summary>
    [Attested]
    public string Scopes { get; private set; } = "";

    [Attested]
    public string? Territory { get; private set; }

    [Attested]
    public DateOnly ValidFrom { get; private set; }

    [Attested]
    public DateOnly ValidUntil { get; private set; }

    [Attested]
    public string Addresses { get; private set; } = "";

    [Attested]
    public int PerMinute { get; private set; }

    [Attested]
    public byte[] SecretHash { get; private set; } = [];

    [Attested]
    public byte[]? EarlierHash { get; private set; }

    [Attested]
    public DateTime? EarlierUntil { get; private set; }

    [Attested]
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Who requested what another person has yet to confirm; null when nothing waits.</summary>
    [Attested]
    public Guid? AskedBy { get; private set; }

    [Attested]
    public DateTime? AskedAt { get; private set; }

    /// <summary>The requested <see cref="ClientData"/>, as JSON; null for a new secret.</summary>
    [Attested]
    public string? AskedData { get; private set; }
    public DateTime? LastUsedAt { get; private set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }

    /// <summary>What reads about children is in force when another person has confirmed it; everything else at once.</summary>
    public static (IntegratorClient Client, string Secret) Register(string clientId, ClientData data, Guid by, DateTime at)
    {
        var client = new IntegratorClient
        {
            Id = Ids.New(),
            ClientId = clientId,
            Version = Ids.New(),
        };
        client.PutInForce(data with { Scopes = [.. data.Scopes.Except(AboutChildren)] });
        client.Change(data, by, at);
        return (client, client.NewSecret());
    }

    /// <summary>Takes effect at once, unless the system would read about children: then another person has to confirm it.</summary>
    /// <exception cref="DomainException"><c>confirmation.requested-already</c></exception>
    public void Change(ClientData data, Guid by, DateTime at)
    {
        if (data.Scopes.Intersect(AboutChildren).Any())
            Ask(JsonSerializer.Serialize(data, StoredJson.Options), by, at);
        else
        {
            PutInForce(data);
            DropAsked();
        }
    }

    private void PutInForce(ClientData data)
    {
        (Name, BodyId, Territory) = (data.Name.Trim(), data.BodyId, data.Territory);
        Scopes = Codes.Join(data.Scopes);
        (ValidFrom, ValidUntil, PerMinute) = (data.ValidFrom, data.ValidUntil, data.PerMinute);
        Addresses = string.Join(',', data.Addresses?.Select(a => a.Trim()) ?? []);
    }

    /// <summary>To be typed to confirm an act on it.</summary>
    public LocalText Title => new(Name, Name, Name);

    public IReadOnlyList<ClientScope> ScopeList => Codes.Split<ClientScope>(Scopes);

    public IReadOnlyList<string> AddressList => Addresses.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public ClientData Data => new(Name, BodyId, ScopeList, ValidFrom, ValidUntil, Territory, AddressList, PerMinute);

    /// <summary>What would be in force when it is confirmed; null where nothing waits, or a new secret does.</summary>
    public ClientData? Asked => AskedData is null ? null : JsonSerializer.Deserialize<ClientData>(AskedData, StoredJson.Options);

    /// <summary>A new secret; the earlier one works on for a week, so that the other system can be changed without a gap.</summary>
    /// <returns>Null where the system reads about children: another person has to confirm it, and is shown it.</returns>
    /// <exception cref="DomainException"><c>confirmation.requested-already</c></exception>
    public string? Rotate(Guid by, DateTime now)
    {
        if (!ScopeList.Intersect(AboutChildren).Any())
            return Rotate(now);
        Ask(null, by, now);
        return null;
    }

    private string Rotate(DateTime now)
    {
        (EarlierHash, EarlierUntil) = (SecretHash, now + Overlap);
        return NewSecret();
    }

    private void Ask(string? data, Guid by, DateTime at)
    {
        if (AskedBy is not null)
            throw new DomainException("confirmation.requested-already");
        (AskedData, AskedBy, AskedAt) = (data, by, at);
    }

    /// <summary>Another person confirms the request.</summary>
    /// <returns>The new secret where one was requested.</returns>
    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    public string? ConfirmAsked(DateTime now)
    {
        RequireAsked();
        var (asked, secret) = (Asked, (string?)null);
        DropAsked();
        if (asked is not null)
            PutInForce(asked);
        else
            secret = Rotate(now);
        return secret;
    }

    /// <summary>It was refused, taken back or overtaken.</summary>
    public void DropAsked() => (AskedData, AskedBy, AskedAt) = (null, null, null);

    /// <exception cref="DomainException"><c>confirmation.decided</c></exception>
    public void RequireAsked()
    {
        if (AskedBy is null)
            throw new DomainException("confirmation.decided");
    }

    /// <exception cref="DomainException"><c>client.revoked-already</c></exception>
    public void Revoke(DateTime at)
    {
        if (RevokedAt is not null)
            throw new DomainException("client.revoked-already");
        RevokedAt = at;
        DropAsked();
    }

    public bool IsInForce(DateOnly today) => RevokedAt is null && today >= ValidFrom && today <= ValidUntil;

    public bool Accepts(string secret, DateTime now)
    {
        var hash = HashOf(secret);
        return CryptographicOperations.FixedTimeEquals(hash, SecretHash)
            || (EarlierHash is not null && EarlierUntil > now && CryptographicOperations.FixedTimeEquals(hash, EarlierHash));
    }

    private string NewSecret()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        SecretHash = HashOf(secret);
        return secret;
    }

    // 256 random bits need no slow hash
    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>The table of <see cref="IntegratorClient"/>.</summary>
internal sealed class IntegratorClientConfiguration : IEntityTypeConfiguration<IntegratorClient>
{
    public void Configure(EntityTypeBuilder<IntegratorClient> e)
    {
        e.ToTable("clients");
        e.Property(c => c.ClientId).HasMaxLength(60).IsUnicode(false);
        e.Property(c => c.Name).HasMaxLength(IntegratorClient.NameMaxLength);
        e.Property(c => c.Scopes).HasMaxLength(200).IsUnicode(false);
        e.Property(c => c.Addresses).HasMaxLength(1000).IsUnicode(false);
        e.Ignore(c => c.ScopeList);
        e.Ignore(c => c.Data);
        e.Ignore(c => c.Asked);
        e.Ignore(c => c.Title);
        e.Ignore(c => c.AddressList);
        e.HasIndex(c => c.ClientId).IsUnique();
    }
}
