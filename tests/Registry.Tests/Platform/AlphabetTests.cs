using CsCheck;
using Registry.Platform.Data;

namespace Registry.Tests.Platform;

public sealed class AlphabetTests
{
    private const string Letters = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

    /// <summary>The browser's test has the same (<c>alphabet.test.ts</c>).</summary>
    private static readonly string[] Ordered =
    [
        "№ 5 мектеп",
        "№ 12 мектеп",
        "Абай",
        "Ак Суу",
        "ак-талаа",
        "Евгеньев",
        "Ёлкин",
        "Жумабаев",
        "Ноокат",
        "Нурлан",
        "Ңачар",
        "Ош",
        "«Өзгөн»",
        "Панфилов",
        "Узген",
        "Үмүт",
        "Фрунзе",
        "Ысык-Көл",
        "Эркин",
        "Яковлев",
        "Baitik",
        "Çolpon",
    ];

    [Fact]
    public void Letters_stand_in_their_places_whatever_the_case_quotes_and_hyphens() =>
        Assert.Equal(Ordered, Ordered.Reverse().Order(Alphabet.Comparer));

    [Fact]
    public void Words_are_ordered_letter_by_letter() =>
        Gen.Select(Gen.Char[Letters].Array[1, 6], Gen.Char[Letters].Array[1, 6])
            .Sample(
                (a, b) =>
                {
                    var places = a.Zip(b).Select(p => Letters.IndexOf(p.First) - Letters.IndexOf(p.Second)).FirstOrDefault(d => d != 0);
                    var expected = Math.Sign(places != 0 ? places : a.Length - b.Length);
                    Assert.Equal(expected, Math.Sign(string.CompareOrdinal(Alphabet.Key(new(a)), Alphabet.Key(new(b)))));
                }
            );

    [Theory]
    [InlineData("Асан", "АСАН")]
    [InlineData("«Асан»", "Асан")]
    [InlineData("Нур-Султан", "Нур  Султан")]
    [InlineData("№ 07", "№ 7")]
    [InlineData(null, " ")]
    public void What_looks_alike_has_one_key(string? one, string? other) => Assert.Equal(Alphabet.Key(one), Alphabet.Key(other));
}
