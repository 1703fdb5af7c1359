using System.Collections.Frozen;

namespace Registry.Basics.People;

/// <summary>What was meant when a text was typed with the keyboard set to the other alphabet: fcfyjd is асанов, фыфтщм is asanov.</summary>
public static class Keyboard
{
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
    private const string Cyrillic = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
    private static readonly FrozenDictionary<char, char> ToCyrillic = Latin.Zip(Cyrillic).ToFrozenDictionary(p => p.First, p => p.Second);
    private static readonly FrozenDictionary<char, char> ToLatin = Cyrillic.Zip(Latin).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The text as the other layout would have written it; null when it holds no letters, or letters of both alphabets.</summary>
    public static string? Other(string text)
    {
        var (cyrillic, latin) = (text.Any(NameText.IsCyrillic), text.Any(char.IsAsciiLetter));
        if (cyrillic == latin)
            return null;
        var other = cyrillic ? ToLatin : ToCyrillic;
        return string.Concat(text.Select(c => other.GetValueOrDefault(c, c)));
    }
}
