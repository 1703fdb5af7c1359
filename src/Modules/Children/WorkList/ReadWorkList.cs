using FastEndpoints;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

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
    Whose? Whose = null,
    string? Territory = null,
    Step? Step = null,
    string? Cursor = null,
    int? Size = null,
    string? Clause = null,
    Guid? Responsible = null,
    bool? Unassigned = null
) : IWorkAsked;

/// <param name="DaysLeft">Working days left: 0 today, negative when late.</param>
/// <param name="Mark">Its specialist owes the step; null if unassigned.</param>
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
    int DaysLeft,
    CaseMark Mark
);

internal sealed class ReadWorkListValidator : Validator<ReadWorkListRequest>
{
    public ReadWorkListValidator() => this.OfAWorkList();
}

/// <summary>The steps due within the caller's scope [19]: for children in danger first, then by due day.</summary>
internal sealed class ReadWorkListEndpoint(HotReads reads, Vault vault, StatutoryClock clock, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<ReadWorkListRequest, Page<WorkItem>>
{
    private sealed record Position(DateOnly DueOn, Guid Id, bool Danger = false);

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
        var after = Cursor.Read<Position>(request.Cursor);
        var rows = after is null or { Danger: true } ? await PartAsync(danger: true, after, size + 1) : [];
        var endangered = rows.Count;
        if (rows.Count <= size)
            rows.AddRange(await PartAsync(danger: false, after is { Danger: false } ? after : null, size + 1 - rows.Count));
        var inDanger = rows.Take(endangered).Select(r => r.Id).ToHashSet();
        var daysLeft = new Dictionary<DateOnly, int>(); // rows come by due day: few days, many rows
        var seals = await vault.OfAsync([.. rows.Select(r => r.ChildId).Distinct()], ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Responsible).OfType<Guid>().Distinct()], ct);
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
                    r.State is Registry.Children.Model.ChildState.Registered,
                    r.Territory,
                    r.StartedOn,
                    r.DueOn,
                    DaysLeft(r.DueOn),
                    new(r.Severity, r.Responsible is { } id ? people.GetValueOrDefault(id) : null)
                ),
                r => new Position(r.DueOn, r.Id, inDanger.Contains(r.Id))
            ),
            ct
        );

        async Task<List<WorkRow>> PartAsync(bool danger, Position? from, int most)
        {
            var sql = reads.Sql().Steps(danger, Caller, request, request.Due ?? WorkListDue.All, today);
            if (from is not null)
                sql.Add(" AND (d.DueOn > {} OR (d.DueOn = {} AND d.Id > {}))", from.DueOn, from.DueOn, from.Id);
            return await reads.ListAsync(sql.Add(" ORDER BY d.DueOn, d.Id").First(most), WorkRow.Read, ct);
        }

        int DaysLeft(DateOnly dueOn) =>
            daysLeft.TryGetValue(dueOn, out var left) ? left : daysLeft[dueOn] = calendar.DaysLeft(today, dueOn);
    }
}
