using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

/// <param name="Id">The child.</param>
internal sealed record ListAssessmentsRequest(Guid Id);

internal sealed record ListAssessmentsResponse(IReadOnlyList<AssessmentView> Items);

/// <summary>Every assessment of a child, latest first, to compare a repeated one with the earlier ones. A child has few.</summary>
internal sealed class ListAssessmentsEndpoint(
    AssessmentsDbContext db,
    ICases cases,
    FormCatalog forms,
    Vault vault,
    ISpecialists specialists
) : ApiEndpoint<ListAssessmentsRequest, ListAssessmentsResponse>
{
    private const int Most = 50;

    public override void Configure()
    {
        Get("assessments/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ListAssessmentsRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var rows = await db
            .Assessments.AsNoTracking()
            .Where(a => a.ChildId == about.ChildId)
            .OrderByDescending(a => a.Id)
            .Take(Most)
            .ToListAsync(ct);
        var people = rows.SelectMany(a => new[] { a.StartedBy, a.ChangedBy, a.CompletedBy ?? a.StartedBy }).Distinct().ToList();
        var names = await specialists.NamesAsync(people, ct);
        var seal = await vault.OfAsync(about.ChildId, ct);
        await Send.OkAsync(
            new([.. rows.Select(a => GetAssessmentEndpoint.ViewOf(a, a.Open(seal), forms.Of(a.FormVersion), names, Caller))]),
            ct
        );
    }
}
