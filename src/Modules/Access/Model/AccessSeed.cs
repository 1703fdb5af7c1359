using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>Fills an empty Base with the dictionary of territories and the working calendar. Safe twice.</summary>
internal static class AccessSeed
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    /// <summary>The law that renamed Jalal-Abad city was signed on 17 September 2025; its code stayed.</summary>
    private static readonly DateOnly ManasRenamed = new(2025, 9, 18);
    private const string Manas = "41703410000010";

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        if (!await db.Territories.AnyAsync(ct))
        {
            foreach (var row in Rows("territories.csv").Select(TerritoryOf))
                db.Territories.Add(row);
            RenameManas(db);
        }
        if (!await db.CalendarVersions.AnyAsync(ct))
        {
            db.CalendarDays.AddRange(Rows("calendar.csv").Select(DayOf));
            db.CalendarVersions.Add(new CalendarVersion { Version = 1, At = services.GetRequiredService<TimeProvider>().Utc() });
        }
        await db.SaveChangesAsync(ct);
    }

    private static Territory TerritoryOf(string[] cells) =>
        new()
        {
            Id = Ids.New(),
            Code = cells[0],
            Level = int.Parse(cells[1], CultureInfo.InvariantCulture),
            Type = cells[2],
            Parent = cells[3].Length == 0 ? null : cells[3],
            NameKy = cells[5],
            NameRu = cells[6],
            NameEn = cells[7],
            Longitude = Number(cells[8]),
            Latitude = Number(cells[9]),
            Population = (int?)Number(cells[10]),
            ValidFrom = Always,
            Version = Ids.New(),
        };

    private static void RenameManas(AccessDbContext db)
    {
        var before = db.Territories.Local.Single(t => t.Code == Manas);
        before.ValidUntil = ManasRenamed.AddDays(-1);
        db.Territories.Add(
            new()
            {
                Id = Ids.New(),
                Code = Manas,
                Level = before.Level,
                Type = before.Type,
                Parent = before.Parent,
                NameKy = "Манас шаары",
                NameRu = "г. Манас",
                NameEn = "Manas city",
                Longitude = before.Longitude,
                Latitude = before.Latitude,
                ValidFrom = ManasRenamed,
                Version = Ids.New(),
            }
        );
    }

    private static CalendarDay DayOf(string[] cells) =>
        new()
        {
            Date = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Worked = cells[1] == "worked",
            NameKy = cells[2],
            NameRu = cells[3],
            NameEn = cells[4],
            Estimated = cells[5] == "1",
        };

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(AccessSeed).Assembly.GetManifestResourceStream($"Registry.Access.Seed.{file}")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
