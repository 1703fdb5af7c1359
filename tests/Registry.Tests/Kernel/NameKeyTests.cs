using CsCheck;
using Registry.Kernel.People;

namespace Registry.Tests.Kernel;

public sealed class NameKeyTests
{
    public static TheoryData<string[]> SameNames =>
        [
            ["Жыпаргүл", "Жыпаргуль", "Джипаргуль", "Zhypargul", "Jypargul"],
            ["Өмүрбек", "Омурбек"],
            ["Чынгыз", "Чингиз"],
            ["Үмүт", "Умут"],
            ["Айгүл", "Айгуль"],
            ["Гүлнара", "Гульнара"],
            ["Жаңыл", "Жаныл", "Жаӊыл"],
            ["Ысмайыл", "Исмаил"],
            ["Ыбрагим", "Ибрагим"],
            ["Джумабаев", "Жумабаев"],
            ["Асанов", "Aсанов", "асанов"], // the second begins with a Latin A
        ];

    [Theory]
    [MemberData(nameof(SameNames))]
    public void Folds_every_spelling_of_a_name_to_one_key(string[] spellings) => Assert.Single(spellings.Select(NameKey.Fold).Distinct());

    [Fact]
    public void Finds_the_variant_that_the_folding_cannot_reach_as_a_typing_error() =>
        Assert.Equal(1, NameKey.Distance(NameKey.Fold("Өмүрбек"), NameKey.Fold("Умурбек")));

    [Theory]
    [InlineData("Айбек", "Айгүл")]
    [InlineData("Бакыт", "Болот")]
    public void Keeps_different_names_apart(string one, string other) => Assert.NotEqual(NameKey.Fold(one), NameKey.Fold(other));

    [Fact]
    public void Leaves_out_whose_child_it_is() => Assert.Equal(NameKey.Words("Бакыт Үсөн"), NameKey.Words("Бакыт Үсөн уулу"));

    [Theory]
    [InlineData("дьжума", "жума")]
    [InlineData("ддж", "ж")]
    public void A_group_that_comes_together_is_a_group(string word, string key) => Assert.Equal(key, NameKey.Fold(word));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.Char["абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөү"]
            .Array[1, 20]
            .Sample(letters => Assert.Equal(NameKey.Fold(new(letters)), NameKey.Fold(NameKey.Fold(new(letters)))));

    [Theory]
    [InlineData("асан", "асан", 0)]
    [InlineData("асан", "аскан", 1)]
    [InlineData("асан", "саан", 1)]
    [InlineData("асан", "усон", 2)]
    public void Distance_counts_insertions_deletions_exchanges_and_swaps(string a, string b, int distance) =>
        Assert.Equal(distance, NameKey.Distance(a, b));

    [Fact]
    public void One_error_apart_is_a_distance_of_one_at_most() =>
        Gen.Select(Gen.Char["абв"].Array[0, 6], Gen.Char["абв"].Array[0, 6])
            .Sample((a, b) => Assert.Equal(NameKey.Distance(new(a), new(b)) <= 1, NameKey.OneErrorApart(a, b)), iter: 20_000);
}
