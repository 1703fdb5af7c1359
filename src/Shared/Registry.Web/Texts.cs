using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Registry.Basics;

namespace Registry.Web;

/// <summary>Every text that the server says, in ky, ru and en: Texts/{language}.json of each module, Kyrgyz first.</summary>
public sealed class Texts(IEnumerable<Assembly> assemblies)
{
    public static readonly IReadOnlyList<string> Languages = ["ky", "ru", "en"];
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts = Languages.ToFrozenDictionary(
        l => l,
        l => Read(assemblies, l)
    );

    /// <summary>The keys of one language, for the test that compares them.</summary>
    public IEnumerable<string> Keys(string language) => _texts[language].Keys;

    public bool Has(string key) => _texts["ky"].ContainsKey(key);

    /// <summary>The text of a key with its <c>{placeholders}</c> filled; the key itself when there is none.</summary>
    public string Say(string language, string key, IReadOnlyDictionary<string, object?>? values = null)
    {
        if (!_texts[language].TryGetValue(key, out var text))
            return key;
        if (values is not null)
            foreach (var (name, value) in values)
                text = text.Replace(
                    $"{{{name}}}",
                    Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
                    StringComparison.OrdinalIgnoreCase
                );
        return text;
    }

    /// <summary>A key's text in the three languages, for what readers of each may type.</summary>
    public LocalText NameOf(string key) => new(Say("ky", key), Say("ru", key), Say("en", key));

    /// <summary>The reader's language: the first of ky, ru, en in Accept-Language, else Kyrgyz.</summary>
    public static string LanguageOf(HttpRequest request)
    {
        foreach (
            var part in request
                .Headers.AcceptLanguage.ToString()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            if (Languages.FirstOrDefault(l => part.StartsWith(l, StringComparison.OrdinalIgnoreCase)) is { } language)
                return language;
        return "ky";
    }

    private static FrozenDictionary<string, string> Read(IEnumerable<Assembly> assemblies, string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Texts.{language}.json");
            if (stream is null)
                continue;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.Add(key, text);
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
