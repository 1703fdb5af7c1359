using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Transfers;

internal sealed record GetTransferRequest(Guid Id);

/// <param name="Risk">From the last completed assessment; null before the first, and so are conclusion and needs.</param>
/// <param name="Causes">Codes of the card's and the assessment's causes.</param>
/// <param name="Statuses">Codes of the legal statuses.</param>
/// <param name="Completeness">Of the card, in percent.</param>
internal sealed record GetTransferResponse(
    Guid Id,
    string Number,
    string ChildName,
    Sex? Sex,
    DateOnly? BirthDate,
    CaseStatus Status,
    DateOnly FoundOn,
    DateOnly OpenedOn,
    string Reason,
    DateOnly? AssessedOn,
    Risk? Risk,
    Conclusion? Conclusion,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Causes,
    IReadOnlyList<string> Statuses,
    int Completeness,
    IReadOnlyList<TransferStep> Steps
);

/// <summary>What the receiver needs to know before answering: why, how great the risk is, what is owed. The card itself stays closed.</summary>
internal sealed class GetTransferEndpoint(ChildrenDbContext db, IAssessments assessments, TransferViews views, Vault vault)
    : ApiEndpoint<GetTransferRequest, GetTransferResponse>
{
    public override void Configure()
    {
        Get("children/transfers/{id}");
        Guarded(Permission.EditChildren, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(GetTransferRequest request, CancellationToken ct)
    {
        var transfer =
            await db
                .Transfers.AsNoTracking()
                .FirstOrDefaultAsync(t => t.Id == request.Id && t.ToId == Caller.SpecialistId && t.Status == TransferStatus.Offered, ct)
            ?? throw DomainException.NotFound();
        if (!Caller.Scope.Covers(transfer.ToTerritory))
            throw DomainException.NotFound();
        HttpContext.JournalAbout(transfer.ChildId);
        var child = await db.Children.AsNoTracking().SingleAsync(c => c.Id == transfer.ChildId, ct);
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == transfer.CaseId, ct);
        var seal = await vault.OfAsync(child.Id, ct);
        var found = await assessments.LastAsync(@case.Id, ct);
        await Send.OkAsync(
            new(
                transfer.Id,
                transfer.Number,
                child.NameBy(seal),
                child.Sex,
                child.BirthDate,
                @case.Status,
                @case.FoundOn,
                @case.OpenedOn,
                transfer.Open(seal).Reason,
                found?.CompletedOn,
                found?.Risk,
                found?.Conclusion,
                Codes(found, "need."),
                [.. child.Causes.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(Codes(found, "cause."))],
                child.Statuses.Split(',', StringSplitOptions.RemoveEmptyEntries),
                child.Completeness,
                await views.StepsAsync(transfer, ct)
            ),
            ct
        );
    }

    private static List<string> Codes(AssessmentFacts? found, string kind) =>
        [
            .. (found?.Circumstances ?? new HashSet<string>())
                .Where(c => c.StartsWith(kind, StringComparison.Ordinal))
                .Select(c => c[kind.Length..])
                .Order(StringComparer.Ordinal),
        ];
}
