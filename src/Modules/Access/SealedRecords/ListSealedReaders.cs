using FastEndpoints;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.SealedRecords;

/// <param name="CanConfirm">The reader of this list neither named the person nor is it.</param>
internal sealed record SealedReaderRow(
    Guid Id,
    string Name,
    string Reason,
    string? NamedBy,
    DateTime NamedAt,
    string? ConfirmedBy,
    DateTime? ConfirmedAt,
    DateTime? EndedAt,
    bool CanConfirm,
    Guid Version
);

internal sealed record SealedReaderCandidate(Guid SpecialistId, string Name);

/// <param name="Candidates">Who can be named: other people of the authorised body who can sign in.</param>
internal sealed record ListSealedReadersResponse(IReadOnlyList<SealedReaderRow> Items, IReadOnlyList<SealedReaderCandidate> Candidates);

/// <summary>Who may open the records of adopted children, who could before, and who named them.</summary>
internal sealed class ListSealedReadersEndpoint(AccessDbContext db, ISpecialists specialists, IAccounts accounts, TimeProvider time)
    : ApiEndpoint<ListSealedReadersResponse>
{
    private const int Most = 200;

    public override void Configure()
    {
        Get("access/sealed-readers");
        Guarded(Permission.NameSealedReaders, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(EmptyRequest request, CancellationToken ct)
    {
        var rows = await db
            .SealedReaders.AsNoTracking()
            .OrderBy(r => r.EndedAt != null)
            .ThenByDescending(r => r.Id)
            .Take(Most)
            .ToListAsync(ct);
        var people = rows.SelectMany(r => new[] { r.SpecialistId, r.NamedBy, r.ConfirmedBy ?? r.NamedBy }).Distinct().ToList();
        var names = await specialists.NamesAsync(people, ct);
        var named = rows.Where(r => r.EndedAt is null).Select(r => r.SpecialistId).ToHashSet();
        var candidates = (await accounts.ActiveAsync(time.Today(), ct))
            .Where(a => a.Role is Role.AuthorisedBody && !named.Contains(a.SpecialistId) && a.SpecialistId != Caller.SpecialistId)
            .Select(a => new SealedReaderCandidate(a.SpecialistId, a.FullName))
            .Distinct();
        await Send.OkAsync(
            new(
                [
                    .. rows.Select(r => new SealedReaderRow(
                        r.Id,
                        names.GetValueOrDefault(r.SpecialistId) ?? "",
                        r.Reason,
                        names.GetValueOrDefault(r.NamedBy),
                        r.NamedAt,
                        r.ConfirmedBy is { } by ? names.GetValueOrDefault(by) : null,
                        r.ConfirmedAt,
                        r.EndedAt,
                        r.ConfirmedAt is null
                            && r.EndedAt is null
                            && r.NamedBy != Caller.SpecialistId
                            && r.SpecialistId != Caller.SpecialistId,
                        r.Version
                    )),
                ],
                [.. candidates]
            ),
            ct
        );
    }
}
