using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Clients;

internal sealed record ListWaitingClientsRequest(string? Cursor = null, int? Size = null);

/// <param name="Before">What is in force today.</param>
/// <param name="Asked">What would be; null where a new secret is requested.</param>
/// <param name="OnMachine">Only the operator of the machine can confirm it.</param>
internal sealed record WaitingClient(
    Guid Id,
    string ClientId,
    ClientData Before,
    ClientData? Asked,
    string? AskedBy,
    DateTime AskedAt,
    bool CanDecide,
    bool CanWithdraw,
    bool OnMachine,
    Guid Version
);

/// <summary>Requests about systems that read about children, pending another person's confirmation [8, 15.5].</summary>
internal sealed class ListWaitingClientsEndpoint(AccessDbContext db, Deciders deciders, ISpecialists specialists)
    : ApiEndpoint<ListWaitingClientsRequest, Page<WaitingClient>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("access/clients/waiting");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListWaitingClientsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var waiting = db.Clients.AsNoTracking().Where(c => c.AskedBy != null);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            waiting = waiting.Where(c => c.Id > after.Id);
        var rows = await waiting.OrderBy(c => c.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. rows.Select(c => c.AskedBy!.Value).Distinct()], ct);
        var active = await deciders.ActiveAsync(Decision.ConfirmAccess, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, RowOf, c => new Position(c.Id)), ct);

        WaitingClient RowOf(IntegratorClient c) =>
            new(
                c.Id,
                c.ClientId,
                c.Data,
                c.Asked,
                names.GetValueOrDefault(c.AskedBy!.Value),
                c.AskedAt!.Value,
                active.Contains(Caller.SpecialistId) && c.AskedBy != Caller.SpecialistId,
                c.AskedBy == Caller.SpecialistId,
                !active.Exists(person => person != c.AskedBy),
                c.Version
            );
    }
}
