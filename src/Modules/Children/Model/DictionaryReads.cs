using Microsoft.EntityFrameworkCore;

namespace Registry.Children.Model;

internal sealed record DictionaryRow(
    string Dictionary,
    string Code,
    string NameKy,
    string NameRu,
    string NameEn,
    int Order,
    DateOnly ValidFrom,
    DateOnly? ValidUntil
);

internal static class DictionaryReads
{
    /// <summary>Every entry of every dictionary, in display order.</summary>
    public static IQueryable<DictionaryRow> DictionaryRows(this ChildrenDbContext db) =>
        db
            .DictionaryItems.AsNoTracking()
            .OrderBy(i => i.Dictionary)
            .ThenBy(i => i.Order)
            .Select(i => new DictionaryRow(i.Dictionary, i.Code, i.NameKy, i.NameRu, i.NameEn, i.Order, i.ValidFrom, i.ValidUntil));
}
