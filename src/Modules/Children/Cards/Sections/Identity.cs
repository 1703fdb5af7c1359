using System.Text.Json.Serialization;
using Registry.Kernel.People;

namespace Registry.Children.Cards;

/// <summary>[17.1] Surname, name, patronymic, sex, date of birth, personal number. Three name styles are in use; the patronymic may be missing by custom.</summary>
/// <param name="ForeignNumber">A personal or passport number that another state gave.</param>
internal sealed record Identity(
    string? Surname = null,
    string? Name = null,
    string? Patronymic = null,
    bool NoPatronymic = false,
    Sex? Sex = null,
    DateOnly? BirthDate = null,
    bool BirthDateEstimated = false,
    string? Pin = null,
    string? Citizenship = null,
    string? ForeignNumber = null,
    bool NameUnknown = false,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public const int NameMaxLength = 100;
    public const int NumberMaxLength = 40;

    [JsonIgnore]
    public string FullName => NameOf(Surname, Name, Patronymic);

    public static string NameOf(params string?[] parts) =>
        string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));

    public IEnumerable<(string, bool)> Items()
    {
        yield return ("surname", Surname.Has());
        yield return ("name", Name.Has());
        yield return ("patronymic", Patronymic.Has() || NoPatronymic);
        yield return ("sex", Sex is not null);
        yield return ("birthDate", BirthDate is not null);
        yield return ("pin", Pin.Has());
        yield return ("citizenship", Citizenship.Has());
    }

    /// <summary>The personal number tells another sex or birth date than the card: a warning, never a refusal.</summary>
    public IEnumerable<string> Warnings()
    {
        if (!Pin.Has() || Kernel.People.Pin.BirthDate(Pin) is not { } born)
            yield break;
        if (BirthDate is { } birthDate && birthDate != born)
            yield return "pin.other-birth-date";
        if (Sex is { } sex && Kernel.People.Pin.SexOf(Pin!) is { } told && told != sex)
            yield return "pin.other-sex";
    }
}

internal static class Filled
{
    public static bool Has(this string? text) => !string.IsNullOrWhiteSpace(text);
}
