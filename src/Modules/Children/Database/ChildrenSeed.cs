using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Dictionaries;

namespace Registry.Children.Database;

/// <summary>Fills an empty Base with the dictionaries to start from; all of them are edited by the administrator afterwards. Safe twice.</summary>
internal static class ChildrenSeed
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ChildrenDbContext>();
        if (await db.DictionaryItems.AnyAsync(ct))
            return;
        db.DictionaryItems.AddRange(Rows().Select(ItemOf));
        await db.SaveChangesAsync(ct);
    }

    private static DictionaryItem ItemOf(string[] cells, int order) =>
        new()
        {
            Dictionary = cells[0],
            Code = cells[1],
            NameKy = cells[2],
            NameRu = cells[3],
            NameEn = cells[4],
            Order = order,
            ValidFrom = Always,
        };

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(ChildrenSeed).Assembly.GetManifestResourceStream("Registry.Children.Seed.dictionaries.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(';');
    }
}
