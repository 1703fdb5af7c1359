using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Calendar;

/// <param name="SeenVersion">The calendar version that the administrator saw.</param>
/// <param name="Confirm">The year.</param>
internal sealed record ChangeCalendarRequest(int Year, int SeenVersion, IReadOnlyList<CalendarDayData> Days, string? Confirm = null)
    : IConfirmed;

internal sealed record ChangeCalendarResponse(int Version);

internal sealed class ChangeCalendarValidator : Validator<ChangeCalendarRequest>
{
    public ChangeCalendarValidator() => RuleFor(r => r.Days).NotNull().SetValidator(new CalendarDaysValidator());
}

/// <summary>Replaces the exceptions of a year: a new version of the calendar, after which every running deadline is recounted.</summary>
internal sealed class ChangeCalendarEndpoint(AccessDbContext db, TimeProvider clock)
    : ApiEndpoint<ChangeCalendarRequest, ChangeCalendarResponse>
{
    public override void Configure()
    {
        Post("access/calendar/{year}");
        Guarded(Permission.ManageCalendar, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(ChangeCalendarRequest request, CancellationToken ct)
    {
        var (first, last) = CalendarChange.YearOf(request.Year);
        if (request.Days.Any(d => d.Date < first || d.Date > last))
            throw new DomainException("calendar.day-of-other-year", 400, "days");
        var version = await db.CalendarVersions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
        if (version != request.SeenVersion)
            throw new DomainException("version.stale", 412);
        request.RequireConfirmed(CalendarChange.NameOf(request.Year));
        var before = await db.CalendarDays.Where(d => d.Date >= first && d.Date <= last).ToListAsync(ct);
        var changed = CalendarChange.Between(before, request.Days);
        db.CalendarDays.RemoveRange(before);
        await db.SaveChangesAsync(ct);
        db.CalendarDays.AddRange(
            request.Days.Select(d => new CalendarDay
            {
                Date = d.Date,
                Worked = d.Worked,
                Estimated = d.Estimated,
                NameKy = d.NameKy.Trim(),
                NameRu = d.NameRu.Trim(),
                NameEn = d.NameEn.Trim(),
            })
        );
        db.CalendarVersions.Add(
            new CalendarVersion
            {
                Version = version + 1,
                At = clock.Utc(),
                By = Caller.AccountId,
            }
        );
        db.Publish(new CalendarChanged(version + 1, changed?.From, changed?.Until), clock);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(version + 1), ct);
    }
}
