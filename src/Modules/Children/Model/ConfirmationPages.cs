using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;
using Severity = Registry.Contracts.Severity;

namespace Registry.Children.Model;

/// <summary>Confirmations for the lists of decisions: a page of rows with each one's child, severity and people.</summary>
internal sealed class ConfirmationPages(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault)
{
    /// <param name="asked">All confirmations of one kind.</param>
    /// <param name="childId">Those of one child, decided ones included; null for all that are waiting.</param>
    /// <returns>One row more than the page size if there is a next page.</returns>
    public async Task<ConfirmationPage> ReadAsync(
        IQueryable<Confirmation> asked,
        Caller caller,
        Guid? childId,
        string? cursor,
        int size,
        CancellationToken ct
    )
    {
        asked = asked.AsNoTracking().Within(caller.Scope);
        asked = childId is { } child ? asked.Where(c => c.ChildId == child) : asked.Where(c => c.State == ConfirmationState.Requested);
        var rows = await asked.DangerFirst(db, Cursor.Read<WaitingPosition>(cursor)).Take(size + 1).ToListAsync(ct);
        var children = rows.Select(r => r.ChildId).Distinct().ToList();
        var people = rows.Select(r => (Guid?)r.RequestedBy).Concat(rows.Select(r => r.DecidedBy)).OfType<Guid>().Distinct();
        return new(
            rows,
            await cases.NamesAsync(children, ct),
            await cases.MarksAsync(children, ct),
            await vault.OfAsync(children, ct),
            await specialists.NamesAsync([.. people], ct)
        );
    }
}

/// <summary>Rows of one page with the data they show.</summary>
internal sealed record ConfirmationPage(
    List<Confirmation> Rows,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyDictionary<Guid, CaseMark> Marks,
    IReadOnlyDictionary<Guid, Seal> Seals,
    IReadOnlyDictionary<Guid, string> People
)
{
    public string NameOf(Confirmation c) => Names.GetValueOrDefault(c.ChildId, "");

    public CaseMark MarkOf(Confirmation c) => Marks.Of(c.ChildId);

    public Seal SealOf(Confirmation c) => Seals[c.ChildId];

    public string? Person(Guid? specialist) => specialist is { } id ? People.GetValueOrDefault(id) : null;

    public WaitingPosition PositionOf(Confirmation c) => new(c.Id, MarkOf(c).Severity is Severity.Danger);
}
