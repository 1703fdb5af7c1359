using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;
using Registry.Web;

namespace Registry.Integration.Registers;

/// <param name="Id">The child.</param>
internal sealed record ListExchangesOfChildRequest(Guid Id, string? Cursor = null, int? Size = null);

/// <param name="ByTheBase">Queried by the nightly refresh, on behalf of the case's responsible specialist.</param>
internal sealed record ExchangeView(
    Guid Id,
    RegisterKind Kind,
    string Source,
    DateTime At,
    string CaseNumber,
    string? AskedBy,
    bool ByTheBase,
    RegisterOutcome Outcome
);

/// <summary>Which registers were queried about this child, by whom and for which case, latest first [18].</summary>
internal sealed class ListExchangesOfChildEndpoint(IntegrationDbContext db, ICases cases, ISpecialists specialists)
    : ApiEndpoint<ListExchangesOfChildRequest, Page<ExchangeView>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("integration/exchanges/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListExchangesOfChildRequest request, CancellationToken ct)
    {
        await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        HttpContext.JournalAbout(request.Id);
        var size = Cursor.Size(request.Size);
        var rows = db.RegisterExchanges.AsNoTracking().Where(e => e.ChildId == request.Id);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            rows = rows.Where(e => e.At < after.At || (e.At == after.At && e.Id < after.Id));
        var page = await rows.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(ct);
        var names = await specialists.NamesAsync([.. page.Select(e => e.AskedBy).Distinct()], ct);
        await Send.OkAsync(Cursor.Cut(page, size, e => ViewOf(e, names), e => new Position(e.At, e.Id)), ct);
    }

    private static ExchangeView ViewOf(RegisterExchange e, IReadOnlyDictionary<Guid, string> names) =>
        new(e.Id, e.Kind, e.Source, e.At, e.CaseNumber, names.GetValueOrDefault(e.AskedBy), e.ByTheBase, e.Outcome);
}
