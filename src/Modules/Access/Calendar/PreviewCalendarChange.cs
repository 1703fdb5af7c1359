using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Access.Calendar;

internal sealed record PreviewCalendarChangeRequest(int Year, IReadOnlyList<CalendarDayData> Days);

internal sealed record DeadlineMovePreview(string Number, string Clause, Step Step, DateOnly From, DateOnly To);

/// <param name="Count">How many running deadlines would move.</param>
/// <param name="Judged">How many done steps would become due on another day: whether they were in time is re-evaluated.</param>
/// <param name="First">The first of them by due day.</param>
internal sealed record PreviewCalendarChangeResponse(int Count, int Judged, IReadOnlyList<DeadlineMovePreview> First);

internal sealed class PreviewCalendarChangeValidator : Validator<PreviewCalendarChangeRequest>
{
    public PreviewCalendarChangeValidator() => RuleFor(r => r.Days).NotNull().SetValidator(new CalendarDaysValidator());
}

/// <summary>Shows which running deadlines a change of the calendar would move and how many done steps it would re-evaluate; saves nothing.</summary>
internal sealed class PreviewCalendarChangeEndpoint(AccessDbContext db)
    : ApiEndpoint<PreviewCalendarChangeRequest, PreviewCalendarChangeResponse>
{
    private const int Shown = 50;

    public override void Configure()
    {
        Post("access/calendar/{year}/preview");
        Guarded(Permission.ManageCalendar, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(PreviewCalendarChangeRequest request, CancellationToken ct)
    {
        var next = await CalendarChange.WithYearAsync(db, version: 0, request.Year, request.Days, ct);
        var (first, last) = CalendarChange.YearOf(request.Year);
        var before = await db.CalendarDays.AsNoTracking().Where(d => d.Date >= first && d.Date <= last).ToListAsync(ct);
        var moves = await StatutoryClock.PreviewAsync(db, next, CalendarChange.Between(before, request.Days), ct);
        var running = moves.FindAll(m => m.Deadline.IsOpen);
        await Send.OkAsync(
            new(
                running.Count,
                moves.Count - running.Count,
                [
                    .. running
                        .Take(Shown)
                        .Select(m => new DeadlineMovePreview(
                            m.Deadline.Number,
                            m.Deadline.Clause,
                            m.Deadline.Step,
                            m.Deadline.DueOn,
                            m.To
                        )),
                ]
            ),
            ct
        );
    }
}
