using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Calendar;

internal sealed record ReadCalendarRequest(int Year);

internal sealed record CalendarDayData(DateOnly Date, bool Worked, bool Estimated, string NameKy, string NameRu, string NameEn);

internal sealed record ReadCalendarResponse(int Year, int Version, IReadOnlyList<CalendarDayData> Days);

/// <summary>The exceptions from the five-day week in a year.</summary>
internal sealed class ReadCalendarEndpoint(AccessDbContext db) : ApiEndpoint<ReadCalendarRequest, ReadCalendarResponse>
{
    public override void Configure()
    {
        Get("access/calendar/{year}");
        Guarded(Permission.UseBase, Reach.Reference, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadCalendarRequest request, CancellationToken ct)
    {
        var (first, last) = CalendarChange.YearOf(request.Year);
        var days = await db
            .CalendarDays.AsNoTracking()
            .Where(d => d.Date >= first && d.Date <= last)
            .OrderBy(d => d.Date)
            .Select(d => new CalendarDayData(d.Date, d.Worked, d.Estimated, d.NameKy, d.NameRu, d.NameEn))
            .ToListAsync(ct);
        var version = await db.CalendarVersions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
        await Send.OkAsync(new(request.Year, version, days), ct);
    }
}
