using FastEndpoints;
using FluentValidation;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.WorkList;

internal enum WorkListDue
{
    All,
    Late,
    Today,
    Week,
}

internal sealed record ReadWorkListRequest(
    WorkListDue? Due = null,
    bool? Mine = null,
    string? Territory = null,
    Step? Step = null,
    string? Cursor = null,
    int? Size = null,
    string? Clause = null,
    Guid? Responsible = null,
    bool? Unassigned = null
) : IWorkAsked;

/// <param name="DaysLeft">Working days left: 0 today, negative when late.</param>
internal sealed record WorkItem(
    Guid Id,
    string Clause,
    Step Step,
    Guid AboutId,
    string Number,
    Guid ChildId,
    string ChildName,
    bool InBase,
    string Territory,
    DateOnly StartedOn,
    DateOnly DueOn,
    int DaysLeft
);

internal sealed class ReadWorkListValidator : Validator<ReadWorkListRequest>
{
    public ReadWorkListValidator() => this.OfAWorkList();
}

/// <summary>What is to be done, by due day, inside the caller's scope [19].</summary>
internal sealed class ReadWorkListEndpoint(HotReads reads, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<ReadWorkListRequest, Page<WorkItem>>
{
    private sealed record Position(DateOnly DueOn, Guid Id);

    public override void Configure()
    {
        Get("children/work-list");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ReadWorkListRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var today = time.Today();
        var calendar = await clock.RecentCalendarAsync(ct);
        var sql = reads
            .Sql()
            .Add($"SELECT {WorkRow.Columns} FROM {{kernel.deadlines}} d JOIN {{children.children}} c ON c.Id = d.ChildId")
            .WhereOpen(Caller, request, request.Due ?? WorkListDue.All, today);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            sql.Add(" AND (d.DueOn > {} OR (d.DueOn = {} AND d.Id > {}))", after.DueOn, after.DueOn, after.Id);
        var daysLeft = new Dictionary<DateOnly, int>(); // rows come by due day: few days, many rows
        var rows = await reads.ListAsync(sql.Add(" ORDER BY d.DueOn, d.Id").First(size + 1), WorkRow.Read, ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.ChildId).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new WorkItem(
                    r.Id,
                    r.Clause,
                    r.Step,
                    r.AboutId,
                    r.Number,
                    r.ChildId,
                    seals.TryGetValue(r.ChildId, out var seal) ? r.Name.Shown(seal) : "",
                    r.State is Cards.ChildState.Registered,
                    r.Territory,
                    r.StartedOn,
                    r.DueOn,
                    DaysLeft(r.DueOn)
                ),
                r => new Position(r.DueOn, r.Id)
            ),
            ct
        );

        int DaysLeft(DateOnly dueOn) =>
            daysLeft.TryGetValue(dueOn, out var left) ? left : daysLeft[dueOn] = calendar.DaysLeft(today, dueOn);
    }
}
