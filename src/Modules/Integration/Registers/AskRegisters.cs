using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Integration.Registers.XRoad;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Integration.Registers;

/// <summary>Queries the registers in parallel, outside any transaction, and keeps the answers sealed [18].</summary>
internal sealed class AskRegisters(
    IntegrationDbContext db,
    XRoadClient exchange,
    XRoadSettings settings,
    ISpecialists specialists,
    IServiceScopeFactory scopes,
    Vault vault,
    TimeProvider time
) : IRegisters
{
    /// <summary>On whose behalf the nightly refresh queries.</summary>
    private const string Base = "base";

    public async Task<RegisterAnswers> AskAsync(RegisterAsk ask, IReadOnlyCollection<RegisterKind> kinds, CancellationToken ct)
    {
        var services = await db.RegisterServices.AsNoTracking().Where(s => kinds.Contains(s.Kind)).ToDictionaryAsync(s => s.Kind, ct);
        var user = await UserAsync(ask, ct);
        var replies = await Task.WhenAll(
            kinds.Distinct().Order().Select(kind => OneAsync(kind, services.GetValueOrDefault(kind), ask.Pin, user, ask.CaseNumber, ct))
        );
        var answers = new RegisterAnswers(Ids.New(), [.. replies.Select(r => r.Reply)]);
        await KeepAsync(ask, answers, ct);
        return answers;
    }

    public async Task<RegisterAnswers?> FindAsync(Guid askId, Guid childId, CancellationToken ct)
    {
        var kept = await db.RegisterExchanges.AsNoTracking().Where(e => e.AskId == askId && e.ChildId == childId).ToListAsync(ct);
        if (kept.Count == 0)
            return null;
        var seal = await vault.OfAsync(childId, ct);
        return new(askId, [.. kept.OrderBy(e => e.Kind).Select(e => e.Open(seal))]);
    }

    /// <summary>In a separate transaction: the query is kept even if the call fails.</summary>
    private async Task KeepAsync(RegisterAsk ask, RegisterAnswers answers, CancellationToken ct)
    {
        var seal = (await vault.ForTheBaseItselfAsync([ask.ChildId], ct))[ask.ChildId];
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<IntegrationDbContext>();
        // a register that is not connected was not queried
        foreach (var reply in answers.Replies.Where(r => r.Outcome is not RegisterOutcome.NotConnected))
            own.RegisterExchanges.Add(RegisterExchange.Of(answers.Id, ask, reply, seal));
        await own.SaveChangesAsync(ct);
    }

    /// <summary>Queries one register and keeps nothing. Returns the entries of the answer under our names.</summary>
    public async Task<(RegisterReply Reply, List<Mapped> Items)> OneAsync(
        RegisterKind kind,
        RegisterService? service,
        string pin,
        string user,
        string issue,
        CancellationToken ct
    )
    {
        var id = Ids.New();
        if (service is null)
            return (new(kind, RegisterOutcome.NotConnected, null, "", id, time.Utc(), null, []), []);
        var came = await exchange.AskAsync(service, new(id, settings.Client, user, issue, pin), ct);
        var unmapped = new List<string>();
        var items = came.Body is { } body ? Mapped.Read(body, service.Mapping, unmapped) : [];
        var answer = Ports.All[kind].Answer(items);
        var outcome =
            came.Outcome is RegisterOutcome.Found && answer is null
                // an answer none of which was understood is not «not found»
                ? unmapped.Count > 0
                    ? RegisterOutcome.Unreadable
                    : RegisterOutcome.NotFound
                : came.Outcome;
        return (new(kind, outcome, answer, service.Source, id, time.Utc(), came.Fault, unmapped), items);
    }

    /// <summary>The body by its taxpayer number and its specialist by our id: the citizen sees who made the query, and no personal number leaves.</summary>
    private async Task<string> UserAsync(RegisterAsk ask, CancellationToken ct) =>
        ask.BodyId is { } body ? $"KG{await specialists.InnOfBodyAsync(body, ct)}.{ask.AskedBy:N}" : Base;
}
