using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Access.Accounts;

/// <param name="Before">What is in force today, where it is to change.</param>
/// <param name="SecondOfPerson">The person would have two accesses, or got a second one.</param>
/// <param name="Late">Waits for more than a working day.</param>
/// <param name="OnMachine">While it is open: only the operator can confirm it. Otherwise the operator has.</param>
internal sealed record AccessRequestRow(
    Guid Id,
    AccessRequestKind Kind,
    string Login,
    Guid SpecialistId,
    Guid? AccountId,
    string FullName,
    string Position,
    string BodyKy,
    string BodyRu,
    AccessData Access,
    AccessData? Before,
    bool SecondOfPerson,
    bool ForgetSecondFactor,
    string? RequestedBy,
    DateTime RequestedAt,
    ConfirmationState State,
    string? DecidedBy,
    DateTime? DecidedAt,
    bool Open,
    bool Late,
    bool OnMachine,
    bool CanDecide,
    bool CanWithdraw,
    bool CanSee,
    Guid Version
);

/// <summary>Shows requests for access as one person of the authorised body sees them.</summary>
internal sealed class AccessRequestViews(
    AccessDbContext db,
    Deciders deciders,
    ISpecialists specialists,
    StatutoryClock clock,
    TimeProvider time
)
{
    private sealed record Found(AccessRequest Request, string Position, string BodyKy, string BodyRu, Account? Account, int Accesses);

    private sealed record World(
        IReadOnlyDictionary<Guid, string> Names,
        List<Guid> Active,
        WorkingCalendar Calendar,
        DateOnly Today,
        Guid Reader
    );

    /// <param name="requests">Newest first.</param>
    public async Task<List<AccessRequestRow>> OfAsync(IQueryable<AccessRequest> requests, Caller reader, CancellationToken ct)
    {
        var page = await (
            from r in requests
            join s in db.Specialists on r.SpecialistId equals s.Id
            join b in db.Bodies on s.BodyId equals b.Id
            orderby r.Id descending
            select new Found(
                r,
                s.Position,
                b.NameKy,
                b.NameRu,
                db.Accounts.FirstOrDefault(a => a.Id == r.AccountId),
                db.Accounts.Count(a => a.SpecialistId == r.SpecialistId)
            )
        ).ToListAsync(ct);
        List<Guid?> people = [.. page.SelectMany(f => (Guid?[])[f.Request.SpecialistId, f.Request.RequestedBy, f.Request.DecidedBy])];
        var world = new World(
            await specialists.NamesAsync([.. people.OfType<Guid>().Distinct()], ct),
            await deciders.ActiveAsync(Decision.ConfirmAccess, ct),
            await clock.RecentCalendarAsync(ct),
            time.Today(),
            reader.SpecialistId
        );
        return page.ConvertAll(f => RowOf(f, world));
    }

    private static AccessRequestRow RowOf(Found found, World world)
    {
        var r = found.Request;
        var open = r.State is ConfirmationState.Requested;
        return new(
            r.Id,
            r.Kind,
            r.Login,
            r.SpecialistId,
            r.AccountId,
            world.Names.GetValueOrDefault(r.SpecialistId) ?? "",
            found.Position,
            found.BodyKy,
            found.BodyRu,
            r.Access,
            open && r.Kind is AccessRequestKind.Change ? found.Account?.Access : null,
            r.Kind is AccessRequestKind.Grant && (open ? found.Accesses > 0 : found.Account?.Nth > 1),
            r.ForgetSecondFactor,
            world.Names.GetValueOrDefault(r.RequestedBy),
            r.RequestedAt,
            r.State,
            r.DecidedBy is { } by ? world.Names.GetValueOrDefault(by) : null,
            r.DecidedAt,
            open,
            r.IsLate(world.Calendar, world.Today),
            open ? !world.Active.Exists(r.MayBeDecidedBy) : r.OnMachine,
            open && r.MayBeDecidedBy(world.Reader),
            open && r.RequestedBy == world.Reader,
            r.OnMachine && r.SeenBy is null && r.RequestedBy != world.Reader,
            r.Version
        );
    }
}
