using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Model;

namespace Registry.Access.Calendar;

/// <summary>What both the preview and the saving of a year's calendar need.</summary>
internal static class CalendarChange
{
    /// <exception cref="DomainException"><c>calendar.year-out-of-range</c></exception>
    public static (DateOnly First, DateOnly Last) YearOf(int year) =>
        year is >= 2000 and <= 2100
            ? (new(year, 1, 1), new(year, 12, 31))
            : throw new DomainException("calendar.year-out-of-range", 400, "year");

    /// <summary>The first and the last day that count differently than before; null when none does.</summary>
    public static (DateOnly From, DateOnly Until)? Between(IEnumerable<CalendarDay> before, IEnumerable<CalendarDayData> after)
    {
        var days = before.Select(d => (d.Date, d.Worked)).ToHashSet();
        days.SymmetricExceptWith(after.Select(d => (d.Date, d.Worked)));
        return days.Count == 0 ? null : (days.Min(d => d.Date), days.Max(d => d.Date));
    }

    /// <summary>Confirms a change of the year.</summary>
    public static LocalText NameOf(int year)
    {
        var name = year.ToString(CultureInfo.InvariantCulture);
        return new(name, name, name);
    }

    /// <summary>The calendar as it would be with the year's days replaced.</summary>
    public static async Task<WorkingCalendar> WithYearAsync(
        AccessDbContext db,
        int version,
        int year,
        IEnumerable<CalendarDayData> days,
        CancellationToken ct
    )
    {
        var (first, last) = YearOf(year);
        var others = await db.CalendarDays.AsNoTracking().Where(d => d.Date < first || d.Date > last).ToListAsync(ct);
        return new(
            version,
            others.Select(d => KeyValuePair.Create(d.Date, d.Worked)).Concat(days.Select(d => KeyValuePair.Create(d.Date, d.Worked)))
        );
    }
}

/// <summary>Each day occurs once, inside its year, and says why it is an exception.</summary>
internal sealed class CalendarDaysValidator : AbstractValidator<IReadOnlyList<CalendarDayData>>
{
    private const int NameMaxLength = 200;

    public CalendarDaysValidator()
    {
        RuleFor(days => days)
            .Must(days => days.Select(d => d.Date).Distinct().Count() == days.Count)
            .WithErrorCode("calendar.day-doubled")
            .OverridePropertyName("days");
        RuleForEach(days => days)
            .ChildRules(day =>
            {
                day.RuleFor(d => d.NameKy).NotEmpty().MaximumLength(NameMaxLength);
                day.RuleFor(d => d.NameRu).NotEmpty().MaximumLength(NameMaxLength);
                day.RuleFor(d => d.NameEn).NotEmpty().MaximumLength(NameMaxLength);
                day.RuleFor(d => d.Worked)
                    .Must((d, worked) => !worked || d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                    .WithErrorCode("calendar.worked-on-weekday");
            })
            .OverridePropertyName("days");
    }
}
