using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Checks;
using Finding = Registry.Platform.Checks.Finding;

namespace Registry.Children.Signals;

/// <summary>
/// Every open signal has someone who may process it [19.2]: if the last holder's access ended, a designated body takes over; once there is a
/// holder again, the signal is theirs. Any left over is a finding. Idempotent, also on two hosts.
/// </summary>
internal sealed class FindActors(ChildrenDbContext db, ISignalReceivers receivers, TimeProvider time) : INightlyCheck
{
    public string Key => "signals-without-actor";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        var nobodys = new List<Finding>();
        var open = db.Signals.Where(s => s.Status == SignalStatus.New);
        foreach (var territory in await open.Select(s => s.Territory).Distinct().ToListAsync(ct))
            if (await receivers.OfAsync(territory, time.Today(), ct) is { } receiver)
                await GiveAsync(open.Where(s => s.Territory == territory && s.ActorBodyId != receiver.BodyId), receiver.BodyId, ct);
            else
                nobodys.AddRange(
                    await open.AsNoTracking().Where(s => s.Territory == territory).Select(s => new Finding(s.Id, s.Number)).ToListAsync(ct)
                );
        return nobodys;
    }

    private async Task GiveAsync(IQueryable<Signal> waiting, Guid? body, CancellationToken ct)
    {
        foreach (var signal in await waiting.ToListAsync(ct))
        {
            signal.ActedOnBy(body);
            var (child, number, territory) = (signal.ChildId, signal.Number, signal.Territory);
            if (body is { } actor)
                db.Publish(new SignalWithoutHolder(signal.Id, child, number, territory, actor, signal.Version), time);
            else
                db.Publish(new SignalForwarded(signal.Id, child, number, territory, territory, signal.RegisteredBy, signal.Version), time);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // another host assigned them, or someone is processing one just now: the next night retries
            db.ChangeTracker.Clear();
        }
    }
}
