using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;

namespace Registry.Children.Model;

/// <summary>Fills an empty Base with initial dictionaries; the administrator maintains them afterwards. Idempotent.</summary>
internal static class ChildrenSeed
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ChildrenDbContext>();
        // a later version may add dictionaries; an existing one belongs to the administrator and is left alone
        var present = await db.DictionaryItems.Select(i => i.Dictionary).Distinct().ToListAsync(ct);
        var missing = EmbeddedRows
            .Of(typeof(ChildrenSeed).Assembly, "Registry.Children.Seed.dictionaries.csv")
            .Select(ItemOf)
            .Where(i => !present.Contains(i.Dictionary))
            .ToList();
        db.DictionaryItems.AddRange(missing);
        var fields = await db.FurtherFields.Select(f => f.Code).ToListAsync(ct);
        db.FurtherFields.AddRange(OfEducation().Where(f => !fields.Contains(f.Code)));
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(ct);
    }

    /// <summary>[17] has no section for the register of education's data: they go into the open list of [17.9].</summary>
    private static FurtherField[] OfEducation() =>
        [
            new()
            {
                Code = "school",
                NameKy = "Мектеп",
                NameRu = "Школа",
                NameEn = "School",
                ValidFrom = Always,
            },
            new()
            {
                Code = "class",
                NameKy = "Класс",
                NameRu = "Класс",
                NameEn = "Class",
                Order = 1,
                ValidFrom = Always,
            },
        ];

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
}
