using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Monitoring;

/// <param name="Id">The child.</param>
internal sealed record ListVisitsRequest(Guid Id);

internal sealed record VisitView(
    Guid Id,
    VisitKind Kind,
    DateOnly PlannedOn,
    bool IsLate,
    DateOnly? CalledOffOn,
    bool CanRecord,
    DateOnly? MadeOn,
    string? MadeBy,
    VisitFinding? Finding,
    VisitContents? Contents,
    Guid Version
);

internal sealed record ListVisitsResponse(IReadOnlyList<VisitView> Items, bool CanEdit);

/// <summary>The monitoring visits of a child, planned, made and missed [13b.4].</summary>
internal sealed class ListVisitsEndpoint(
    ProtectionPlansDbContext db,
    ICases cases,
    ISpecialists specialists,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<ListVisitsRequest, ListVisitsResponse>
{
    public override void Configure()
    {
        Get("plans/visits/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListVisitsRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var rows = await db
            .Visits.AsNoTracking()
            .Where(v => v.ChildId == about.ChildId)
            .OrderByDescending(v => v.PlannedOn)
            .ThenBy(v => v.Id)
            .Take(Most)
            .ToListAsync(ct);
        var names = await specialists.NamesAsync([.. rows.Select(v => v.MadeBy).OfType<Guid>().Distinct()], ct);
        var seal = await vault.OfAsync(about.ChildId, ct);
        var today = time.Today();
        var mayEdit = Caller.May(Permission.EditChildren);
        await Send.OkAsync(
            new(
                [
                    .. rows.Select(v => new VisitView(
                        v.Id,
                        v.Kind,
                        v.PlannedOn,
                        v.IsExpected && v.PlannedOn < today,
                        v.CalledOffOn,
                        mayEdit && v.IsExpected && (!about.IsClosed || v.Kind is VisitKind.FollowUp),
                        v.MadeOn,
                        v.MadeBy is { } by ? names.GetValueOrDefault(by) : null,
                        v.Finding,
                        v.SealedContents is { } contents ? seal.Open<VisitContents>(v, Visit.Purpose, contents) : null,
                        v.Version
                    )),
                ],
                !about.IsClosed && mayEdit
            ),
            ct
        );
    }

    private const int Most = 200;
}
