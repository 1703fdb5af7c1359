using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Access;
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
    string? Step = null,
    string? Cursor = null,
    int? Size = null
);

/// <param name="DaysLeft">Working days left: 0 today, negative when late.</param>
internal sealed record WorkItem(
    Guid Id,
    string Clause,
    string Step,
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
    public ReadWorkListValidator()
    {
        RuleFor(r => r.Territory).Must(t => t is null || Soate.IsValid(t)).WithErrorCode("territory.unknown");
        RuleFor(r => r.Step).MaximumLength(40);
    }
}

/// <summary>What is to be done, by due day, inside the caller's scope [19].</summary>
internal sealed class ReadWorkListEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock, TimeProvider time)
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
        var calendar = await clock.RecentCalendarAsync(db, ct);
        var open = OpenSteps.Of(db, Caller, request.Mine, request.Territory, request.Step).DueWithin(request.Due ?? WorkListDue.All, today);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            open = open.Where(d => d.DueOn > after.DueOn || (d.DueOn == after.DueOn && d.Id > after.Id));
        var rows = await (
            from d in open.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(size + 1)
            join c in db.Children on d.ChildId equals c.Id
            orderby d.DueOn, d.Id
            select new
            {
                Deadline = d,
                c.SealedName,
                c.State,
            }
        ).ToListAsync(ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Deadline.ChildId).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new WorkItem(
                    r.Deadline.Id,
                    r.Deadline.Clause,
                    r.Deadline.Step,
                    r.Deadline.AboutId,
                    r.Deadline.Number,
                    r.Deadline.ChildId,
                    seals.TryGetValue(r.Deadline.ChildId, out var seal) ? seal.Open<string>(Cards.Child.NamePurpose, r.SealedName) : "",
                    r.State is Cards.ChildState.Registered,
                    r.Deadline.Territory,
                    r.Deadline.StartedOn,
                    r.Deadline.DueOn,
                    calendar.DaysLeft(today, r.Deadline.DueOn)
                ),
                r => new Position(r.Deadline.DueOn, r.Deadline.Id)
            ),
            ct
        );
    }
}
