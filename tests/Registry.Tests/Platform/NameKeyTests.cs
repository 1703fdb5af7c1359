using CsCheck;
using Registry.Basics.People;

namespace Registry.Tests.Platform;

public sealed class NameKeyTests
{
    public static TheoryData<string[]> SameNames =>
        [
            ["Жыпаргүл", "Жыпаргуль", "Джипаргуль", "Zhypargul", "Jypargul"],
            ["Өмүрбек", "Омурбек"],
            ["Гүлнара", "Гюльнара", "Gülnara"],
            ["Жамиля", "Жамила", "Җәмилә", "Zhamilya"],
            ["Һамит", "Хамит", "Xamit", "Hamit"],
            ["Щербаков", "Shcherbakov", "Scherbakov"],
            ["Чыңгыз", "Чынгыз", "Chyngyz"],
            ["Ўктам", "Уктам"],
            ["Чынгыз", "Чингиз"],
            ["Үмүт", "Умут"],
            ["Айгүл", "Айгуль"],
            ["Гүлнара", "Гульнара"],
            ["Жаңыл", "Жаныл", "Жаӊыл"],
            ["Ысмайыл", "Исмаил"],
            ["Ыбрагим", "Ибрагим"],
            ["Джумабаев", "Жумабаев"],
            ["Асанов", "Aсанов", "асанов"], // the second begins with a Latin A
            ["Asanov", "Аsаnоv"], // the second has Cyrillic vowels
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

    [Theory]
    [InlineData("Бакыт Үсөн уулу")]
    [InlineData("Бакыт Үсөн кызы")]
    [InlineData("Bakyt Üsön uulu")]
    [InlineData("Бакыт Үсөн ўғли")]
    public void Leaves_out_whose_child_it_is(string name) => Assert.Equal(NameKey.Words("Бакыт Үсөн"), NameKey.Words(name));

    [Theory]
    [InlineData("Асанов")]
    [InlineData("Асанова")]
    [InlineData("Асанович")]
    [InlineData("Асановна")]
    [InlineData("Асанбаев")]
    [InlineData("Асануулу")]
    [InlineData("Асанкызы")]
    [InlineData("Asanoff")]
    public void Every_derived_form_has_the_stem_of_its_name(string form) =>
        Assert.Equal(new NameForm("Асан").Stem, new NameForm(form).Stem);

    [Theory]
    [InlineData("Төлөгөн", "Толеген")]
    [InlineData("Төлөгөн", "Телеген")]
    [InlineData("Өмүрбек", "Умурбек")]
    [InlineData("Ёдгор", "Yodgor")]
    [InlineData("Максим", "Maxim")]
    [InlineData("Хуршид", "Xurshid")]
    [InlineData("Юсуп", "Жусуп")]
    [InlineData("Айгүл", "Ajgul")]
    [InlineData("Мәмәт", "Мамет")]
    [InlineData("Отабек", "O‘tabek")]
    public void One_word_may_sound_in_several_ways(string one, string other) =>
        Assert.True(new NameForm(one).SoundsLike(new NameForm(other)));

    [Theory]
    [InlineData(" Жаӊыл\u00a0 Асан–уулу ", "Жаңыл Асан-уулу")]
    [InlineData("Cооронова", "Сооронова")]
    [InlineData("Аsаnоv", "Asanov")]
    [InlineData("Қадыр ұулу", "Кадыр үулу")]
    [InlineData("O`g'li", "O’g’li")]
    [InlineData("Байтик\u200b", "Байтик")]
    [InlineData("Нур - Султан", "Нур-Султан")]
    [InlineData("и\u0306", "й")]
    [InlineData(" - ", "")]
    public void A_name_is_kept_in_one_normal_form(string typed, string kept)
    {
        Assert.Equal(kept, NameText.Normalise(typed));
        Assert.Equal(kept, NameText.Normalise(kept));
    }

    [Fact]
    public void Half_a_character_is_no_name() => Assert.Equal("", NameText.Normalise("\ud83d"));

    [Theory]
    [InlineData("fcfyjd", "асанов")]
    [InlineData("фыфтщм", "asanov")]
    [InlineData("<eheek", "Буруул")]
    [InlineData("03.03.2014", null)]
    [InlineData("Aсан", null)]
    public void Knows_what_the_other_keyboard_layout_would_have_written(string typed, string? meant) =>
        Assert.Equal(meant, Keyboard.Other(typed));

    [Theory]
    [InlineData("Марат", "Мурат", true)]
    [InlineData("Хасанов", "Хусанов", true)]
    [InlineData("Марат", "Маратт", false)]
    [InlineData("Марат", "Мрат", false)]
    public void Two_common_names_are_not_one_with_an_error(string one, string other, bool two) =>
        Assert.Equal(two, KnownNames.AreTwo(new(one), new(other)));

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
