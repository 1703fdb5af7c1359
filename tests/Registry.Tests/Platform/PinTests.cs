using Registry.Basics.People;

namespace Registry.Tests.Platform;

public sealed class PinTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [Clause("17.1")]
    [InlineData("10405201600012", true)]
    [InlineData("22902201600012", true)] // 29 February 2016
    [InlineData("22902201500012", false)] // no such day
    [InlineData("30405201600012", false)] // no such first digit
    [InlineData("1040520160001", false)]
    [InlineData("1040520160001a", false)]
    [InlineData("10405202700012", false)] // born in the future
    [InlineData(null, false)]
    public void Is_14_digits_with_a_real_birth_date_that_is_not_in_the_future(string? pin, bool valid) =>
        Assert.Equal(valid, Pin.IsValid(pin, Today));

    [Fact]
    public void Tells_sex_and_birth_date()
    {
        Assert.Equal(Sex.Female, Pin.SexOf("10405201600012"));
        Assert.Equal(Sex.Male, Pin.SexOf("20405201600012"));
        Assert.Null(Pin.SexOf("00405201600012"));
        Assert.Equal(new DateOnly(2016, 5, 4), Pin.BirthDate("10405201600012"));
    }
}
