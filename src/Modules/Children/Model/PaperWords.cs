using System.Globalization;
using Registry.Basics;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>Texts, code names and places in the paper's language.</summary>
internal sealed class PaperWords(Texts texts, string language, IDictionaries dictionaries, ITerritories territories)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _names = [];
    private readonly Dictionary<string, string> _places = [];

    public async Task LoadAsync(IEnumerable<string> wanted, IEnumerable<string?> codes, CancellationToken ct)
    {
        foreach (var dictionary in wanted.Distinct())
            _names[dictionary] = await dictionaries.NamesAsync(dictionary, language, ct);
        foreach (var code in codes.Where(c => c.Has()).Distinct())
            _places[code!] = await territories.NameAsync(code!, language, ct);
    }

    /// <summary>Fields of the open list [17.9] by code: name and, for a choice, its dictionary.</summary>
    public IReadOnlyDictionary<string, (LocalText Name, string? Choices)> FurtherFields { get; init; } =
        new Dictionary<string, (LocalText, string?)>();

    public string Text(string key) => texts.Say(language, key);

    public string In(LocalText text) =>
        language switch
        {
            "ru" => text.Ru,
            "en" => text.En,
            _ => text.Ky,
        };

    public string Name(string dictionary, string? code) =>
        code is null ? "" : _names.GetValueOrDefault(dictionary)?.GetValueOrDefault(code) ?? code;

    public string Code<T>(string kind, T? value)
        where T : struct, Enum => value is { } known ? Text($"paper.{kind}.{known.Code()}") : "";

    public string YesNo(bool? value) => value is { } said ? Text(said ? "paper.yes" : "paper.no") : "";

    public string Place(string? code) => code is null ? "" : _places.GetValueOrDefault(code) ?? "";

    /// <summary>Label and value combined, for part of a longer line; null if there is no value.</summary>
    public string? Labelled(string item, string? value) => value.Has() ? $"{Text($"paper.item.{item}")}: {value}" : null;

    public static string Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    public static string Join(params string?[] parts) => string.Join(", ", parts.Where(p => p.Has()));
}
