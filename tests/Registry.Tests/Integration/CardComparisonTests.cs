using Registry.Basics.People;
using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Tests.Integration;

/// <summary>What counts as the same, as new and as a disagreement between a card and a register [18].</summary>
[Clause("18")]
public sealed class CardComparisonTests
{
    private static readonly CardContents Nothing = new(null, null, null, null, null, null, null, null, null, null);

    private static List<ComparedField> Compare(CardContents card, RegisterKind kind, RegisterAnswer? answer, params string[] unmapped) =>
        CardComparison.Of(
            card,
            [
                new(
                    kind,
                    answer is null ? RegisterOutcome.NotFound : RegisterOutcome.Found,
                    answer,
                    "x",
                    Guid.Empty,
                    new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc),
                    null,
                    unmapped
                ),
            ]
        );

    private static PersonAnswer Person(string? surname = null, DateOnly? born = null) =>
        new(surname, null, null, null, born, null, null, false, null);

    [Theory]
    [InlineData("Жыпаргүлова", "Джипаргулова", ComparedState.Same)]
    [InlineData("Асанова", "АСАНОВА", ComparedState.Same)]
    [InlineData("Асанова", "Осмонова", ComparedState.Differs)]
    [InlineData(null, "Асанова", ComparedState.New)]
    public void A_name_in_another_spelling_is_the_same(string? here, string came, object state)
    {
        var card = Nothing with { Identity = new(Surname: here) };
        Assert.Equal(state, Assert.Single(Compare(card, RegisterKind.Person, Person(came))).State);
    }

    [Theory]
    [InlineData("Ленин көч., 1", "ленин  көч., 1", ComparedState.Same)]
    [InlineData("Ленин көч., 1/2", "Ленин көч., 12", ComparedState.Differs)]
    public void An_address_is_the_same_but_for_case_and_spaces_only(string here, string came, object state)
    {
        var card = Nothing with { Residence = new(ActualAddress: here) };
        var field = Assert.Single(Compare(card, RegisterKind.Address, new AddressAnswer(null, null, null, came)));
        Assert.Equal(state, field.State);
    }

    [Fact]
    public void Two_brothers_are_two_fields_and_each_is_taken_for_itself()
    {
        var answer = new FamilyAnswer([new("brother", "Асанов Бакыт", new(2010, 1, 2)), new("brother", "Асанов Эрлан", null)]);
        var fields = Compare(Nothing, RegisterKind.Family, answer);
        Assert.Equal(["relative.brother", "relative.brother.2"], fields.Select(f => f.Field));
        var second = fields[1].Take(Nothing);
        Assert.Equal("Асанов Эрлан", Assert.Single(second.Relatives!.List!).FullName);
        Assert.Equal(
            ["Асанов Бакыт · 2010-01-02", "Асанов Эрлан"],
            fields.SelectMany(f => CardFields.Values(fields[0].Take(second).Relatives, f.Field)).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_benefit_that_is_paid_no_more_has_ended_unless_something_was_not_understood()
    {
        var card = Nothing with { Payments = new(true, [new("family-support", true, new(2025, 1, 1)), new("survivors-pension", true)]) };
        var ended = Assert.Single(Compare(card, RegisterKind.Benefits, null));
        Assert.Equal(("payment.family-support", "ended"), (ended.Field, ended.Came));
        Assert.Equal(new DateOnly(2026, 11, 23), ended.Take(card).Payments!.List![0].Until);
        Assert.Empty(Compare(card, RegisterKind.Benefits, null, "kind: NEW"));
        Assert.Empty(Compare(card, RegisterKind.Pension, null));
    }

    [Fact]
    public void What_did_not_come_makes_no_field() =>
        Assert.Empty(Compare(Nothing with { Identity = new("x", Sex: Sex.Male) }, RegisterKind.Person, Person()));

    [Fact]
    public void Taking_one_field_leaves_the_rest_of_its_section()
    {
        var card = Nothing with { Identity = new("Асанова", "Айгүл", Pin: "1") };
        var field = Compare(card, RegisterKind.Person, Person(born: new(2016, 5, 4))).Single();
        Assert.Equal(card.Identity! with { BirthDate = new(2016, 5, 4) }, field.Take(card).Identity);
    }
}
