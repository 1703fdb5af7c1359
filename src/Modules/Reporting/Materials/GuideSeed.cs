using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel;
using Registry.Kernel.Time;
using Registry.Reporting.Database;

namespace Registry.Reporting.Materials;

/// <summary>
/// The guides that come with the Base, one for each screen: Guides/{screen}.{ky|ru|en}.md, the title in the first line, the clause in a line «clause: …» after it.
/// A screen that has a guide already keeps it. Safe twice.
/// </summary>
internal static class GuideSeed
{
    private const string Folder = "Registry.Reporting.Materials.Guides.";

    public static IReadOnlyList<string> Screens { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".ky.md", StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^".ky.md".Length])
            .Order(StringComparer.Ordinal),
    ];

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ReportingDbContext>();
        var now = services.GetRequiredService<TimeProvider>().Utc();
        var known = await db.Materials.Where(m => m.Screen != null).Select(m => m.Screen!).ToListAsync(ct);
        foreach (var screen in Screens.Except(known))
        {
            var (ky, ru, en) = (Guide.Read(screen, "ky"), Guide.Read(screen, "ru"), Guide.Read(screen, "en"));
            var material = Material.Of(MaterialKind.Guide, screen, ky.Clause);
            var edition = MaterialEdition.Draft(material.Id, 1).Say(new(ky.Title, ru.Title, en.Title), new(ky.Text, ru.Text, en.Text));
            material.Publish(edition, by: null, now);
            db.Materials.Add(material);
            db.MaterialEditions.Add(edition);
        }
        await db.SaveChangesAsync(ct);
    }

    private sealed record Guide(string Title, string? Clause, string Text)
    {
        private const string ClauseLine = "clause: ";

        /// <exception cref="InvalidOperationException">The guide is missing in this language.</exception>
        public static Guide Read(string screen, string language)
        {
            using var stream =
                Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{screen}.{language}.md")
                ?? throw new InvalidOperationException($"The guide of {screen} is missing in {language}.");
            using var reader = new StreamReader(stream);
            var title = reader.ReadLine()!.TrimStart('#', ' ');
            var rest = reader.ReadToEnd().TrimStart();
            if (!rest.StartsWith(ClauseLine, StringComparison.Ordinal))
                return new(title, null, rest);
            var end = rest.IndexOf('\n', StringComparison.Ordinal);
            return new(title, rest[ClauseLine.Length..end].Trim(), rest[end..].TrimStart());
        }
    }
}
