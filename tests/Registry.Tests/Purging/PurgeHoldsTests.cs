using Registry.Children.Model;
using Registry.Children.Purging;

namespace Registry.Tests.Purging;

/// <summary>What keeps a due purge from running automatically, day by day at the boundaries.</summary>
[Clause("25.2")]
public sealed class PurgeHoldsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Born = new(1998, 11, 23);
    private static readonly PurgeFacts Plain = new(Today, new(2015, 1, 1), Born);

    private static void Holds(PurgeFacts facts, params PurgeReason[] reasons) => Assert.Equal(reasons, PurgeHolds.Of(facts));

    [Fact]
    public void Nothing_holds_a_plain_record() => Holds(Plain);

    [Fact]
    public void A_birth_date_that_is_not_sure_holds()
    {
        Holds(Plain with { BirthDate = null }, PurgeReason.NoBirthDate);
        Holds(Plain with { Estimated = true }, PurgeReason.BirthDateEstimated);
        Holds(Plain with { InDoubt = true }, PurgeReason.BirthDateInDoubt);
        Holds(Plain with { InDoubt = true, Estimated = true }, PurgeReason.BirthDateInDoubt);
    }

    [Fact]
    public void Work_that_is_going_on_holds()
    {
        Holds(Plain with { CaseOpen = true }, PurgeReason.CaseOpen);
        Holds(Plain with { SignalUnprocessed = true }, PurgeReason.SignalUnprocessed);
    }

    [Theory]
    [InlineData("22311199800011", false)]
    [InlineData("22411199800011", true)]
    [InlineData("22311201600011", true)]
    [InlineData("123", false)]
    [InlineData("", false)]
    public void A_number_that_tells_another_date_holds(string pin, bool holds) =>
        Holds(Plain with { Pins = ["22311199800011", pin] }, holds ? [PurgeReason.PinTellsOtherwise] : []);

    [Theory]
    [InlineData(6, false)]
    [InlineData(5, false)]
    [InlineData(7, false)]
    [InlineData(4, true)]
    [InlineData(8, true)]
    public void An_age_that_was_told_and_does_not_fit_holds(int age, bool holds) =>
        Holds(Plain with { Ages = [(age, new(2005, 1, 1))] }, holds ? [PurgeReason.AgeTellsOtherwise] : []);

    [Fact]
    public void A_pupil_of_20_or_older_holds_and_a_pupil_of_long_ago_does_not()
    {
        Holds(Plain with { PupilOn = new(2018, 11, 22) });
        Holds(Plain with { PupilOn = new(2018, 11, 23) }, PurgeReason.PupilTooOld);
        Holds(Plain with { PupilOn = Today }, PurgeReason.PupilTooOld);
    }

    [Fact]
    public void A_parent_less_than_12_years_older_holds()
    {
        Holds(Plain with { ParentsBorn = [new(1986, 11, 23), new(1970, 1, 1)] });
        Holds(Plain with { ParentsBorn = [new(1970, 1, 1), new(1986, 11, 24)] }, PurgeReason.ParentTooYoung);
        // a parent born after the child
        Holds(Plain with { ParentsBorn = [new(2001, 1, 1)] }, PurgeReason.ParentTooYoung);
    }

    [Fact]
    public void A_record_first_entered_less_than_a_year_ago_holds()
    {
        Holds(Plain with { EnteredOn = new(2025, 11, 23) });
        Holds(Plain with { EnteredOn = new(2025, 11, 24) }, PurgeReason.EnteredLately);
    }

    [Fact]
    public void All_that_speaks_against_it_is_told() =>
        Holds(
            new(
                Today,
                Today,
                Born,
                InDoubt: true,
                CaseOpen: true,
                SignalUnprocessed: true,
                Pins: ["22311201600011"],
                Ages: [(4, new(2005, 1, 1))],
                PupilOn: Today,
                ParentsBorn: [Born]
            ),
            PurgeReason.BirthDateInDoubt,
            PurgeReason.CaseOpen,
            PurgeReason.SignalUnprocessed,
            PurgeReason.PinTellsOtherwise,
            PurgeReason.AgeTellsOtherwise,
            PurgeReason.PupilTooOld,
            PurgeReason.ParentTooYoung,
            PurgeReason.EnteredLately
        );
}
