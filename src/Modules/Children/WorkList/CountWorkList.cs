using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Web;

namespace Registry.Children.WorkList;

internal sealed record CountWorkListRequest(bool? Mine = null, string? Territory = null, string? Step = null);

/// <param name="Most">Counts go up to this; beyond it the number says «or more», so that the cost stays flat.</param>
internal sealed record CountWorkListResponse(int Late, int Today, int Week, int All, int Most);

internal sealed class CountWorkListValidator : Validator<CountWorkListRequest>
{
    public CountWorkListValidator()
    {
        RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        RuleFor(r => r.Step).MaximumLength(40);
    }
}

/// <summary>How many steps are late, due today, this week and in all.</summary>
internal sealed class CountWorkListEndpoint(ChildrenDbContext db, TimeProvider time)
    : ApiEndpoint<CountWorkListRequest, CountWorkListResponse>
{
    private const int Most = 1_000;

    public override void Configure()
    {
        Get("children/work-list/counts");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(CountWorkListRequest request, CancellationToken ct)
    {
        var open = OpenSteps.Of(db, Caller, request.Mine, request.Territory, request.Step);
        var counts = new List<int>();
        foreach (var due in new[] { WorkListDue.Late, WorkListDue.Today, WorkListDue.Week, WorkListDue.All })
            counts.Add(await open.DueWithin(due, time.Today()).Select(d => d.Id).Take(Most).CountAsync(ct));
        await Send.OkAsync(new(counts[0], counts[1], counts[2], counts[3], Most), ct);
    }
}
