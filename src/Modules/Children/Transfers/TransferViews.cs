using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Transfers;

/// <param name="CanDecide">The offer is to the reader.</param>
/// <param name="CanWithdraw">The reader offered it and it has not been answered.</param>
/// <param name="Mark">Null for the giver once the case is no longer theirs.</param>
internal sealed record TransferView(
    Guid Id,
    Guid ChildId,
    string ChildName,
    string Number,
    TransferStatus Status,
    string FromTerritory,
    string ToTerritory,
    string? From,
    string? To,
    string Reason,
    string? Remarks,
    DateOnly OfferedOn,
    DateOnly? DecidedOn,
    bool CanDecide,
    bool CanWithdraw,
    Guid Version,
    CaseMark? Mark
);

/// <param name="Comes">The receiver owes it after accepting; what others owe stays theirs.</param>
/// <param name="DaysLeft">Working days; negative when late.</param>
internal sealed record TransferStep(Step Step, string Clause, DateOnly DueOn, int DaysLeft, bool Comes, string? Responsible);

/// <summary>Shows transfers with the names of the people in them.</summary>
internal sealed class TransferViews(
    ChildrenDbContext db,
    ICases cases,
    ISpecialists specialists,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
)
{
    public async Task<Dictionary<Guid, TransferView>> OfAsync(IReadOnlyCollection<Transfer> transfers, Caller reader, CancellationToken ct)
    {
        var children = transfers.Select(t => t.ChildId).Distinct().ToList();
        var seals = await vault.OfAsync(children, ct);
        var named = await db.Children.AsNoTracking().Where(c => children.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var names = await specialists.NamesAsync([.. transfers.SelectMany(t => new[] { t.FromId, t.ToId }).Distinct()], ct);
        var marks = await cases.MarksAsync(children, ct);
        return transfers.ToDictionary(t => t.Id, t => ViewOf(t, named[t.ChildId], seals[t.ChildId], names, marks.Of(t.ChildId), reader));
    }

    /// <summary>Steps owed for the child of an offered case, apart from the answer itself.</summary>
    public async Task<IReadOnlyList<TransferStep>> StepsAsync(Transfer transfer, CancellationToken ct)
    {
        var calendar = await clock.RecentCalendarAsync(ct);
        var owed = await db
            .Deadlines.AsNoTracking()
            .Where(d => d.ChildId == transfer.ChildId && d.IsOpen && d.AboutId != transfer.Id)
            .OrderBy(d => d.DueOn)
            .ToListAsync(ct);
        var names = await specialists.NamesAsync([.. owed.Select(d => d.ResponsibleId).OfType<Guid>().Distinct()], ct);
        var holders = await specialists.HoldersThereAsync(transfer.ToTerritory, time.Today(), ct);
        return [.. owed.Select(Of)];

        TransferStep Of(Deadline d) =>
            new(
                d.Step,
                d.Clause,
                d.DueOn,
                calendar.DaysLeft(time.Today(), d.DueOn),
                d.GoesAlong(transfer.FromId, holders),
                d.ResponsibleId is { } by ? names.GetValueOrDefault(by) : null
            );
    }

    private static TransferView ViewOf(
        Transfer t,
        Child child,
        Seal seal,
        IReadOnlyDictionary<Guid, string> names,
        CaseMark mark,
        Caller reader
    )
    {
        var contents = t.Open(seal);
        var open = t.Status is TransferStatus.Offered;
        var offeredToReader = open && t.ToId == reader.SpecialistId;
        var readsChild = offeredToReader || reader.Scope.Covers(child.Territory);
        return new(
            t.Id,
            t.ChildId,
            // readers where the child is now see its current name; the giver sees the name known then
            readsChild ? child.NameShown(seal) : contents.ChildName ?? "",
            t.Number,
            t.Status,
            t.FromTerritory,
            t.ToTerritory,
            names.GetValueOrDefault(t.FromId),
            names.GetValueOrDefault(t.ToId),
            contents.Reason,
            contents.Remarks,
            t.OfferedOn,
            t.DecidedOn,
            offeredToReader,
            open && t.FromId == reader.SpecialistId,
            t.Version,
            readsChild ? mark : null
        );
    }
}
