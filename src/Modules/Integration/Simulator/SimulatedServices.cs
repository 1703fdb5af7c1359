using System.Globalization;
using System.Xml.Linq;
using Registry.Contracts;

namespace Registry.Integration.Simulator;

/// <summary>What the simulated people have besides their names, by the last digit of their number.</summary>
internal static class Variant
{
    public const int Disability = 5;
    public const int LostFather = 6;
    public const int OtherBirthDate = 7;
    public const int EndedBenefit = 8;
    public const int ReplacedPin = 9;

    public static readonly DateOnly DisabilitySince = new(2024, 3, 11);
    public static readonly DateOnly DisabilityUntil = new(2029, 3, 10);
    public static readonly DateOnly Died = new(2026, 11, 16);
    public static readonly DateOnly FatherDied = new(2023, 9, 4);
    public static readonly DateOnly BenefitSince = new(2025, 1, 1);
    public static readonly DateOnly BenefitEnded = new(2026, 6, 30);
}

/// <summary>The simulated services over SOAP, in the words of the real ones.</summary>
internal static class SoapServices
{
    public static IEnumerable<XElement> Answer(string code, SyntheticPerson who) =>
        code switch
        {
            "zagsDataByPin" => Person(who),
            "asbAddress" =>
            [
                new("address", $"Манас көч., {who.BirthDate.Day}-үй"),
                new("actualAddress", $"Манас көч., {who.BirthDate.Day}-үй"),
            ],
            "MSECDetails" when who.Variant is Variant.Disability =>
            [
                new("DisabilityGroup", 0),
                new("From", Iso(Variant.DisabilitySince)),
                new("To", Iso(Variant.DisabilityUntil)),
                new("ExaminationDate", Iso(Variant.DisabilitySince)),
            ],
            "GetPensionInfo" when who.Variant is Variant.LostFather =>
            [
                new(
                    "Dossier",
                    new XElement("KindOfPension", "SURVIVOR"),
                    new XElement("DateFrom", Variant.FatherDied.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
                ),
            ],
            "GetActivePaymentsByPIN" => Benefits(who),
            "birthActByPin" =>
            [
                new("certificateNumber", $"KR-X {who.Pin[^5..]}"),
                new("certificateDate", Iso(who.BirthDate.AddDays(20))),
                new("office", "ЖААК бөлүмү"),
                new("mother", new XElement("surname", $"{who.FathersSurname}а"), new XElement("name", "Айгүл")),
                new("father", new XElement("surname", who.FathersSurname), new XElement("name", "Эрлан")),
            ],
            _ => [],
        };

    private static IEnumerable<XElement> Person(SyntheticPerson who)
    {
        yield return new("pin", who.Variant is Variant.ReplacedPin ? who.Pin[..^1] + "8" : who.Pin);
        yield return new("surname", who.Surname);
        yield return new("name", who.Name);
        // this register counts the sexes the other way round than the personal number
        yield return new("gender", who.Female ? 2 : 1);
        yield return new("dateOfBirth", Iso(who.Variant is Variant.OtherBirthDate ? who.BirthDate.AddDays(1) : who.BirthDate));
        yield return new("citizenship", "Кыргыз Республикасы");
        yield return new("pinBlocked", who.Variant is Variant.ReplacedPin ? "true" : "false");
        if (who.Pin.EndsWith("99993", StringComparison.Ordinal))
            yield return new("deathDate", Iso(Variant.Died));
    }

    private static IEnumerable<XElement> Benefits(SyntheticPerson who)
    {
        var kind = who.Variant is Variant.Disability ? "ESP-INV" : "UBK";
        var payment = new XElement("Payment", new XElement("PaymentType", kind), new XElement("From", Iso(Variant.BenefitSince)));
        if (who.Variant is Variant.EndedBenefit)
            payment.Add(new XElement("To", Iso(Variant.BenefitEnded)));
        return [payment];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The simulated services over REST.</summary>
internal static class RestServices
{
    public static object? Answer(string code, SyntheticPerson who) =>
        code switch
        {
            "family" => new
            {
                members = new[]
                {
                    new
                    {
                        role = "MOTHER",
                        surname = $"{who.FathersSurname}а",
                        name = "Айгүл",
                        birthDate = "1990-04-12",
                    },
                    new
                    {
                        role = "FATHER",
                        surname = who.FathersSurname,
                        name = "Эрлан",
                        birthDate = "1988-11-02",
                    },
                },
            },
            "property-by-pin" when who.Variant is Variant.LostFather => new
            {
                objects = new[]
                {
                    new
                    {
                        type = "HOUSE",
                        propertyCode = $"1-02-{who.Pin[^5..]}",
                        address = "Ош көч., 12",
                    },
                },
            },
            "student" => new { school = "№ 5 орто мектеп", grade = "4-б" },
            _ => null,
        };
}
