using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;

namespace Registry.Access.Accounts;

/// <summary>Notifies of a requested or granted access: the person concerned, their head, the requester and those who can confirm. The caller saves.</summary>
internal sealed class AccessNews(AccessDbContext db, NoticeWriter book, TimeProvider time)
{
    private static string MatterOf(AccessRequest request) => $"access:{request.Id:N}";

    /// <summary>The head of a body may also be a confirmer: two matters.</summary>
    private static string OwnMatterOf(AccessRequest request) => $"own-access:{request.Id:N}";

    private Task<Recipients> ReadersAsync(CancellationToken ct) => Recipients.ReadAsync(db, time.Today(), ct);

    public async Task TellAskedAsync(AccessRequest request, CancellationToken ct)
    {
        var readers = await ReadersAsync(ct);
        var key = $"access:{request.Id:N}:asked";
        await TellConcernedAsync(readers, request, new(NoticeKind.OwnAccess, key, AboutId: request.Id, Matter: OwnMatterOf(request)), ct);
        await book.TellAsync(
            readers.GiversOfAccess(request),
            new(NoticeKind.AccessRequested, key, AboutId: request.Id, Matter: MatterOf(request)),
            ct
        );
    }

    public async Task TellDecidedAsync(AccessRequest request, bool agreed, CancellationToken ct)
    {
        var readers = await ReadersAsync(ct);
        var key = $"access:{request.Id:N}:decided";
        await TellConcernedAsync(
            readers,
            request,
            new(NoticeKind.OwnAccess, key, AboutId: request.Id, Matter: OwnMatterOf(request), Agreed: agreed),
            ct
        );
        // whoever withdraws a request knows of it
        if (request.DecidedBy != request.RequestedBy)
            await book.TellAsync(
                readers.OfSpecialist(request.RequestedBy),
                new(NoticeKind.AccessDecided, key, AboutId: request.Id, Matter: MatterOf(request), Agreed: agreed),
                ct
            );
    }

    /// <summary>What the operator of the machine confirmed is shown to every further person of the authorised body until one of them has reviewed it.</summary>
    public async Task TellOfMachineAsync(CancellationToken ct)
    {
        var unseen = await db.AccessRequests.AsNoTracking().Where(r => r.OnMachine && r.SeenBy == null).ToListAsync(ct);
        if (unseen.Count == 0)
            return;
        var readers = await ReadersAsync(ct);
        foreach (var request in unseen)
            await book.TellAsync(
                readers.FurtherGiversOfAccess(request),
                new(NoticeKind.AccessOnMachine, $"access:{request.Id:N}:machine", AboutId: request.Id, Matter: MatterOf(request)),
                ct
            );
    }

    /// <summary>Both the requester and those who can confirm.</summary>
    public async Task TellLateAsync(AccessRequest request, CancellationToken ct)
    {
        var readers = await ReadersAsync(ct);
        await book.TellAsync(
            readers.GiversOfAccess(request).Concat(readers.OfSpecialist(request.RequestedBy)),
            new(NoticeKind.AccessLate, $"access:{request.Id:N}:late", AboutId: request.Id, Matter: MatterOf(request)),
            ct
        );
    }

    private async Task TellConcernedAsync(Recipients readers, AccessRequest request, News news, CancellationToken ct)
    {
        // an access that was just granted, or is not in force, is notified too: the notice waits for its sign-in
        List<Guid> own = [.. readers.OfSpecialist(request.SpecialistId)];
        if (request.AccountId is { } account)
            own.Add(account);
        await book.TellAsync(own, news, ct);
        await book.TellAsync(readers.HeadsOf(request.SpecialistId).Except(own), news with { Kind = NoticeKind.AccessOfStaff }, ct);
    }
}
