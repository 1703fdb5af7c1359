using FastEndpoints;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Web;

namespace Registry.Children.WorkList;

internal sealed record CountWorkListRequest(
    Whose? Whose = null,
    string? Territory = null,
    Step? Step = null,
    string? Clause = null,
    Guid? Responsible = null,
    bool? Unassigned = null
) : IWorkAsked;

/// <param name="Most">The counting limit; beyond it the number says «or more», so that the cost stays flat.</param>
/// <param name="MayDoAny">The caller carries out steps of some kind; otherwise they supervise all of them.</param>
internal sealed record CountWorkListResponse(int Late, int Today, int Week, int All, int Most, bool MayDoAny);

internal sealed class CountWorkListValidator : Validator<CountWorkListRequest>
{
    public CountWorkListValidator() => this.OfAWorkList();
}

/// <summary>How many steps are late, due today, this week and in all.</summary>
internal sealed class CountWorkListEndpoint(HotReads reads, TimeProvider time) : ApiEndpoint<CountWorkListRequest, CountWorkListResponse>
{
    private const int Most = 1_000;

    public override void Configure()
    {
        Get("children/work-list/counts");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(CountWorkListRequest request, CancellationToken ct)
    {
        var today = time.Today();
        var counts = new List<int>();
        foreach (var due in new[] { WorkListDue.Late, WorkListDue.Today, WorkListDue.Week, WorkListDue.All })
        {
            var sql = reads
                .Sql()
                .Add("SELECT COUNT(*) FROM (SELECT d.Id FROM {platform.deadlines} d")
                .WhereOpen(Caller, request, due, today)
                .Add(" ORDER BY d.DueOn, d.Id")
                .First(Most)
                .Add(") x");
            counts.AddRange(await reads.ListAsync(sql, row => row.GetInt32(0), ct));
        }
        await Send.OkAsync(new(counts[0], counts[1], counts[2], counts[3], Most, Caller.MayDoAny()), ct);
    }
}
