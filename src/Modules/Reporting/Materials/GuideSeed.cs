using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Reporting.Model;

namespace Registry.Reporting.Materials;

/// <summary>
/// The guides that come with the Base, one per screen: Guides/{screen}.{ky|ru|en}.md, with the title in the first line and the clause in a
/// line «clause: …» after it.
/// A screen that already has a guide keeps it. An empty Base also gets the materials for the public page: Public/{kind}.{name}.{language}.md.
/// Idempotent.
/// </summary>
internal static class GuideSeed
{
    private const string Folder = "Registry.Reporting.Materials.Guides.";

    private const string PublicFolder = "Registry.Reporting.Materials.Public.";

    public static IReadOnlyList<string> Screens { get; } = [.. Of(Folder)];

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ReportingDbContext>();
        var now = services.GetRequiredService<TimeProvider>().Utc();
        var isEmpty = !await db.Materials.AnyAsync(ct);
        var known = await db.Materials.Where(m => m.Screen != null).Select(m => m.Screen!).ToListAsync(ct);
        foreach (var screen in Screens.Except(known))
            Add(db, MaterialKind.Guide, screen, Folder + screen, now);
        if (isEmpty)
            foreach (var name in Of(PublicFolder))
                Add(db, Enum.Parse<MaterialKind>(name.Split('.')[0], ignoreCase: true), null, PublicFolder + name, now);
        await db.SaveChangesAsync(ct);
    }

    private static void Add(ReportingDbContext db, MaterialKind kind, string? screen, string path, DateTime now)
    {
        var (ky, ru, en) = (Guide.Read(path, "ky"), Guide.Read(path, "ru"), Guide.Read(path, "en"));
        var material = Material.Of(kind, screen, ky.Clause);
        var edition = MaterialEdition.Draft(material.Id, 1).Say(new(ky.Title, ru.Title, en.Title), new(ky.Text, ru.Text, en.Text));
        material.Publish(edition, by: null, now);
        db.Materials.Add(material);
        db.MaterialEditions.Add(edition);
    }

    /// <summary>Names of the texts in a folder.</summary>
    private static IEnumerable<string> Of(string folder) =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal) && n.EndsWith(".ky.md", StringComparison.Ordinal))
            .Select(n => n[folder.Length..^".ky.md".Length])
            .Order(StringComparer.Ordinal);

    private sealed record Guide(string Title, string? Clause, string Text)
    {
        private const string ClauseLine = "clause: ";

        /// <exception cref="InvalidOperationException">The guide is missing in this language.</exception>
        public static Guide Read(string path, string language)
        {
            using var stream =
                Assembly.GetExecutingAssembly().GetManifestResourceStream($"{path}.{language}.md")
                ?? throw new InvalidOperationException($"{path} is missing in {language}.");
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
