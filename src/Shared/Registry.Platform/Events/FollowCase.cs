using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Platform.Events;

/// <summary>A case was accepted elsewhere: what the module keeps of the child goes along. Registered once for each module's context.</summary>
public sealed class FollowCase<TContext>(TContext db, ICases cases, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, TContext>(db, time)
    where TContext : ModuleDbContext
{
    protected override string Name => $"{nameof(FollowCase<>)}.{typeof(TContext).Name}";

    protected override async Task ApplyAsync(CaseTransferred e, CancellationToken ct)
    {
        // an event may come late: the rows go where the case lies now
        if (await cases.AnyCaseAsync(e.ChildId, ct) is not { } now)
            return;
        var platform = Db is PlatformDbContext;
        await CaseRows.MoveAsync(Db, e.ChildId, now.Territory, platform, ct);
        // a step started elsewhere while the case was being accepted
        if (platform)
            foreach (var open in await Db.Deadlines.Where(d => d.ChildId == e.ChildId && d.IsOpen).ToListAsync(ct))
                open.Move(now.Territory, e.From, now.ResponsibleId);
    }
}

/// <summary>A case was sealed after an adoption, or opened again: what the module keeps of the child goes along.</summary>
public sealed class FollowSealing<TContext>(TContext db, ICases cases, TimeProvider time)
    : ModuleEventHandler<CaseSealed, TContext>(db, time)
    where TContext : ModuleDbContext
{
    protected override string Name => $"{nameof(FollowSealing<>)}.{typeof(TContext).Name}";

    protected override async Task ApplyAsync(CaseSealed e, CancellationToken ct)
    {
        if (await cases.AnyCaseAsync(e.ChildId, ct) is { } now)
            await CaseRows.MoveAsync(Db, e.ChildId, now.Territory, Db is PlatformDbContext, ct);
    }
}
