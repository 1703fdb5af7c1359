using System.Globalization;

namespace Registry.Contracts;

/// <summary>An invented person of the demo.</summary>
/// <param name="Variant">0 to 9: what the simulated registers return about this person besides.</param>
public sealed record SyntheticPerson(string Pin, bool Female, DateOnly BirthDate, string Surname, string Name, int Variant)
{
    public string FathersSurname => Surname.TrimEnd('а');
}

/// <summary>
/// Invented people for Development. The last five digits of their personal numbers say who they are, so that the demo's cards and the simulated
/// registers speak of the same person without sharing a table.
/// </summary>
public static class SyntheticPeople
{
    public static readonly IReadOnlyList<string> Surnames =
    [
        "Асанов",
        "Токтогулов",
        "Жумабаев",
        "Сыдыков",
        "Мамытов",
        "Осмонов",
        "Бекмуратов",
        "Абдыкадыров",
        "Эсенов",
        "Турдубаев",
    ];
    public static readonly IReadOnlyList<string> Boys = ["Бакыт", "Айбек", "Өмүрбек", "Чынгыз", "Эрлан", "Ысмайыл", "Нурзат", "Азамат"];
    public static readonly IReadOnlyList<string> Girls = ["Жыпаргүл", "Айгүл", "Гүлнара", "Жаңыл", "Бегимай", "Нуриза", "Айпери", "Үмүт"];

    public static string PinOf(bool female, DateOnly born, int surname, int name, int variant) =>
        string.Create(CultureInfo.InvariantCulture, $"{(female ? 1 : 2)}{born:ddMMyyyy}{surname + 1:D2}{name + 1:D2}{variant}");

    /// <summary>The person behind a well-formed number.</summary>
    public static SyntheticPerson Of(string pin)
    {
        var female = pin[0] is '1';
        int Digits(int from, int count) => int.Parse(pin.AsSpan(from, count), NumberStyles.None, CultureInfo.InvariantCulture);
        var born = DateOnly.ParseExact(pin.AsSpan(1, 8), "ddMMyyyy", CultureInfo.InvariantCulture);
        var names = female ? Girls : Boys;
        return new(
            pin,
            female,
            born,
            Surnames[(Digits(9, 2) + Surnames.Count - 1) % Surnames.Count] + (female ? "а" : ""),
            names[(Digits(11, 2) + names.Count - 1) % names.Count],
            Digits(13, 1)
        );
    }
}
