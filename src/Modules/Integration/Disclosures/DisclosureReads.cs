using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;

namespace Registry.Integration.Disclosures;

/// <param name="Mark">In the register alone, where it is read among others.</param>
internal sealed record DisclosureRow(
    Guid Id,
    string Number,
    Guid ChildId,
    string CaseNumber,
    string Territory,
    Asker Asker,
    DisclosureStatus Status,
    DateOnly AskedOn,
    DateTime RegisteredAt,
    DateOnly? GivenOn,
    CaseMark? Mark = null
);

internal static class DisclosureReads
{
    /// <exception cref="DomainException">404: does not exist, or the child's case lies outside the scope now.</exception>
    public static async Task<Disclosure> FindDisclosureAsync(
        this IntegrationDbContext db,
        ICases cases,
        Guid id,
        Caller caller,
        CancellationToken ct
    )
    {
        var disclosure = await db.Disclosures.FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw DomainException.NotFound();
        await cases.AnyCaseInScopeAsync(disclosure.ChildId, caller, ct);
        return disclosure;
    }

    public static DisclosureRow RowOf(Disclosure d) =>
        new(d.Id, d.Number, d.ChildId, d.CaseNumber, d.Territory, d.Asker, d.Status, d.AskedOn, d.RegisteredAt, d.GivenOn);
}
