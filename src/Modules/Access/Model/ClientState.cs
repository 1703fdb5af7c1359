using System.Collections.Frozen;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;

namespace Registry.Access.Model;

/// <summary>A registered system as it is at a call.</summary>
internal sealed record ClientState(
    Guid BodyId,
    string Scopes,
    string? Territory,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    string Addresses,
    int PerMinute,
    DateTime? LastUsedAt
)
{
    public FrozenSet<Permission> Permissions =>
        Codes
            .Split<ClientScope>(Scopes)
            .Select(scope =>
                scope switch
                {
                    ClientScope.Signals => Permission.SendSignals,
                    ClientScope.Known => Permission.AskKnown,
                    ClientScope.Statistics => Permission.ReadPublishedStatistics,
                    ClientScope.Disclosures => Permission.ReadDisclosed,
                    _ => Permission.ReadForIntegration,
                }
            )
            .ToFrozenSet();

    public bool MayCallFrom(IPAddress? from) =>
        Addresses.Length == 0
        || (
            from is not null
            && Addresses.Split(',').Any(a => IPAddress.TryParse(a, out var allowed) && allowed.MapToIPv6().Equals(from.MapToIPv6()))
        );
}

/// <summary>Notes when a system was last heard of, once a minute at most.</summary>
internal sealed class ClientUse(IServiceScopeFactory scopes, WriteGate gate, DatabaseOptions database, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    public async Task NoteAsync(Guid client, DateTime? last, CancellationToken ct)
    {
        var now = time.Utc();
        if (now - last < Often)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        using var pass = await gate.EnterAsync(database.Registry, ct);
        await db.Clients.Where(c => c.Id == client).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastUsedAt, now), ct);
    }
}
