using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Operations;
using Registry.Kernel.Time;

namespace Registry.Children.Signals;

/// <summary>
/// Every open signal has somebody who may process it [19.2]: where the last holder's access ended a named body takes over, where there is a holder again the signal is
/// theirs. What is left is a finding. Safe twice and on two hosts.
/// </summary>
internal sealed class FindActors(ChildrenDbContext db, ISignalReceivers receivers, TimeProvider time) : INightlyCheck
{
    public string Key => "signals-without-actor";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct)
    {
        var nobodys = new List<Finding>();
        foreach (
            var territory in await db.Signals.Where(s => s.Status == SignalStatus.New).Select(s => s.Territory).Distinct().ToListAsync(ct)
        )
        {
            var receiver = await receivers.OfAsync(territory, time.Today(), ct);
            var waiting = await db.Signals.Where(s => s.Status == SignalStatus.New && s.Territory == territory).ToListAsync(ct);
            if (receiver is null)
                nobodys.AddRange(waiting.Select(s => new Finding(s.Id, s.Number)));
            else
                foreach (var signal in waiting.Where(s => s.ActorBodyId != receiver.BodyId))
                    HandOver(signal, receiver.BodyId);
        }
        await db.SaveChangesAsync(ct);
        return nobodys;
    }

    private void HandOver(Signal signal, Guid? body)
    {
        var (child, number, territory) = (signal.ChildId, signal.Number, signal.Territory);
        signal.ActedOnBy(body);
        if (body is { } actor)
            db.Publish(new SignalWithoutHolder(signal.Id, child, number, territory, actor), time);
        else
            db.Publish(new SignalForwarded(signal.Id, child, number, territory, territory, signal.RegisteredBy, signal.Version), time);
    }
}
