using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Training;

/// <summary>The first course comes with the Base: a child's way through the Base and its terms. Idempotent.</summary>
internal static class CourseSeed
{
    private sealed record FirstCourse(
        LocalText Name,
        LocalText About,
        IReadOnlyList<string> Screens,
        IReadOnlyList<CourseQuestion> Questions,
        int PassPercent,
        int ValidMonths,
        IReadOnlyList<Role> Roles
    );

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ReportingDbContext>();
        if (await db.Courses.AnyAsync(ct))
            return;
        using var stream = typeof(CourseSeed).Assembly.GetManifestResourceStream("Registry.Reporting.Training.first-course.json")!;
        var first = JsonSerializer.Deserialize<FirstCourse>(stream, JsonRules.Options)!;
        var guides = await db
            .Materials.Where(m => m.Screen != null && first.Screens.Contains(m.Screen))
            .ToDictionaryAsync(m => m.Screen!, m => m.Id, ct);
        db.Courses.Add(
            Course.Of(
                new(
                    first.Name,
                    first.About,
                    [.. first.Screens.Select(s => guides[s])],
                    first.Questions,
                    first.PassPercent,
                    first.ValidMonths,
                    first.Roles
                )
            )
        );
        await db.SaveChangesAsync(ct);
    }
}
