using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Children.Dictionaries;

/// <summary>Names codes in a reader's language, for printing.</summary>
internal sealed class DictionaryNames(HotReads reads) : IDictionaries
{
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string dictionary, string language, CancellationToken ct)
    {
        var rows = await reads.ListAsync(
            reads.Sql().Add("SELECT Code, NameKy, NameRu, NameEn FROM {children.dictionary_items} WHERE Dictionary = {}", dictionary),
            row => (Code: row.GetString(0), Ky: row.GetString(1), Ru: row.GetString(2), En: row.GetString(3)),
            ct
        );
        return rows.ToDictionary(
            r => r.Code,
            r =>
                language switch
                {
                    "ru" => r.Ru,
                    "en" => r.En,
                    _ => r.Ky,
                }
        );
    }
}
