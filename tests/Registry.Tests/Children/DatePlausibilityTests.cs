using System.Globalization;
using Registry.Children.Model;
using Registry.Tests.Host;
using Registry.Web;

namespace Registry.Tests.Children;

/// <summary>The date rules on their own, day by day at their boundaries.</summary>
[Collection("host")]
[Clause("17.1", "17.2", "25.2")]
public sealed class DatePlausibilityTests(RegistryHost host)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static StatedDates Said(
        string? found = "2026-11-23",
        string? born = null,
        string? pin = null,
        int? age = null,
        bool inDoubt = false,
        string? adult = null,
        string? late = null,
        string? entered = null
    ) => new(Day(entered) ?? Today, Day(found), Day(born), pin, age, inDoubt, adult, late);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static List<string> FlawsOf(StatedDates said) => [.. DatePlausibility.Of(said, Today).Select(f => $"{f.Field}: {f.Code}")];

    [Theory]
    [InlineData("2016-05-04")]
    [InlineData("2026-11-23")]
    [InlineData("2008-11-24")] // 18 tomorrow
    [InlineData(null)]
    public void A_childs_birth_date_is_taken(string? born) => Assert.Empty(FlawsOf(Said(born: born)));

    [Theory]
    [InlineData("2026-11-24", "child.born-in-future")]
    [InlineData("2116-05-04", "child.born-in-future")]
    [InlineData("9999-12-31", "child.born-in-future")]
    [InlineData("1916-05-04", "child.born-too-early")]
    [InlineData("0001-01-01", "child.born-too-early")]
    [InlineData("1989-12-31", "child.born-too-early")]
    [InlineData("1990-01-01", "child.too-old")]
    [InlineData("1998-11-23", "child.too-old")] // 28 today
    public void A_birth_date_that_cannot_be_is_refused_whatever_reason_is_given(string born, string code) =>
        Assert.Equal([$"birthDate: {code}"], FlawsOf(Said(born: born, inDoubt: true, adult: "Себеби бар")));

    [Theory]
    [InlineData("1998-11-24")] // 28 tomorrow
    [InlineData("2008-11-23")] // 18 today
    public void Somebody_of_18_or_older_needs_a_reason(string born)
    {
        Assert.Equal(["adultBecause: child.adult"], FlawsOf(Said(born: born)));
        Assert.Equal(["adultBecause: child.adult"], FlawsOf(Said(born: born, adult: "  ")));
        Assert.Empty(FlawsOf(Said(born: born, adult: "Жетим, окуп жүрөт")));
    }

    [Fact]
    public void An_adult_is_known_by_the_number_or_the_told_age_too()
    {
        Assert.Equal(["adultBecause: child.adult"], FlawsOf(Said(age: 18)));
        Assert.Empty(FlawsOf(Said(age: 17)));
        Assert.Equal(["adultBecause: child.adult"], FlawsOf(Said(pin: "20101200600012")));
        Assert.Equal(["pin: child.too-old"], FlawsOf(Said(pin: "20101199500012")));
    }

    [Fact]
    public void How_old_somebody_was_is_asked_for_the_day_found()
    {
        // 18 since June, found in May
        Assert.Empty(FlawsOf(Said(found: "2026-05-30", born: "2008-06-01", late: "Документ кеч келди")));
        Assert.Equal(["adultBecause: child.adult"], FlawsOf(Said(found: "2026-11-20", born: "2008-06-01")));
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", false)]
    [InlineData("2008-02-29", "2026-03-01", true)]
    [InlineData("2004-02-29", "2024-02-28", true)]
    public void Who_was_born_on_29_February_is_a_year_older_on_1_March(string born, string on, bool adult)
    {
        var said = Said(found: on, born: born, entered: on);
        Assert.Equal(adult, DatePlausibility.Of(said, Today).Any(f => f.Code == DateFlaw.Adult.Code));
    }

    [Theory]
    [InlineData("2026-11-24", "signal.found-in-future")]
    [InlineData("2126-11-23", "signal.found-in-future")]
    [InlineData("1989-12-31", "signal.found-too-early")]
    [InlineData("1926-11-23", "signal.found-too-early")]
    public void A_day_found_that_cannot_be_is_refused_whatever_reason_is_given(string found, string code) =>
        Assert.Equal([$"foundOn: {code}"], FlawsOf(Said(found, late: "Себеби бар")));

    [Fact]
    public void A_day_found_that_cannot_be_measures_no_age() =>
        Assert.Equal(["foundOn: signal.found-in-future"], FlawsOf(Said("2126-11-23", "2016-05-04", age: 10)));

    [Fact]
    public void A_day_found_more_than_30_days_back_needs_a_reason()
    {
        Assert.Empty(FlawsOf(Said("2026-10-24")));
        Assert.Equal(["lateBecause: signal.found-long-ago"], FlawsOf(Said("2026-10-23")));
        Assert.Empty(FlawsOf(Said("2026-10-23", late: "Кагаз жүзүндө катталган")));
        // measured from the day on which the child came into the Base, not from the day of a later correction
        Assert.Empty(FlawsOf(Said("2026-05-01", entered: "2026-05-20")));
    }

    [Fact]
    public void A_birth_after_the_day_found_is_told_once()
    {
        Assert.Equal(["birthDate: child.born-after-found"], FlawsOf(Said("2026-11-20", "2026-11-21")));
        Assert.Empty(FlawsOf(Said("2026-11-20", "2026-11-20")));
        // the finding section has its own birth date
        var section = DatePlausibility.OfFound(Said("2026-11-20", "2026-11-21"), Today).Select(f => $"{f.Field}: {f.Code}");
        Assert.Equal(["foundOn: signal.found-before-born"], section);
    }

    [Fact]
    public void A_number_that_tells_another_birth_date_is_asked_about_until_it_is_being_clarified()
    {
        Assert.Empty(FlawsOf(Said(born: "2016-05-04", pin: "10405201600012")));
        Assert.Equal(["birthDate: child.pin-tells-otherwise"], FlawsOf(Said(born: "2016-05-05", pin: "10405201600012")));
        Assert.Empty(FlawsOf(Said(born: "2016-05-05", pin: "10405201600012", inDoubt: true)));
        // an invalid number says nothing
        Assert.Empty(FlawsOf(Said(born: "2016-05-05", pin: "123")));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, true)]
    [InlineData(11, true)]
    [InlineData(8, false)]
    [InlineData(12, false)]
    public void A_told_age_may_differ_by_one_year(int age, bool agrees)
    {
        var flaws = FlawsOf(Said(born: "2016-05-04", age: age));
        Assert.Equal(agrees ? [] : ["birthDate: child.age-tells-otherwise"], flaws);
        Assert.Empty(FlawsOf(Said(born: "2016-05-04", age: age, inDoubt: true)));
    }

    [Fact]
    public void A_told_age_is_measured_on_the_day_found() => Assert.Empty(FlawsOf(Said("2020-05-04", "2016-05-04", age: 4, late: "Кагаз")));

    [Fact]
    public void Every_flaw_has_a_text_that_names_its_values()
    {
        var texts = host.Service<Texts>();
        foreach (var flaw in DateFlaw.All)
        foreach (var language in Texts.Languages)
        {
            var told = flaw.With(("day", Today), ("born", Today), ("told", Today), ("age", 19));
            var text = texts.Say(language, flaw.Code, told.Values);
            Assert.NotEqual(flaw.Code, text);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_year_mistyped_by_a_century_never_passes()
    {
        for (var born = Today.AddYears(-18).AddDays(1); born <= Today; born = born.AddDays(7))
            foreach (var slip in new[] { -200, -100, 100, 1000 })
                Assert.True(FlawsOf(Said(born: born.AddYears(slip).ToString("O", CultureInfo.InvariantCulture))).Count == 1, $"{born}");
    }
}
