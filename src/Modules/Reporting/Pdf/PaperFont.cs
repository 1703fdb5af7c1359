using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Registry.Reporting.Pdf;

/// <summary>The embedded typeface, with glyph widths measured once. A missing glyph is drawn as a question mark.</summary>
internal sealed class PaperFont
{
    private const double Measured = 1000;
    private readonly Dictionary<char, double> _widths = [];
    private readonly PdfPageBuilder _scratch;

    public PaperFont(PdfDocumentBuilder builder, PdfPageBuilder scratch, string resource)
    {
        using var stream = typeof(PaperFont).Assembly.GetManifestResourceStream($"Registry.Reporting.Papers.Fonts.{resource}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Face = builder.AddTrueTypeFont(bytes);
        _scratch = scratch;
    }

    public PdfDocumentBuilder.AddedFont Face { get; }

    public double Width(string text, double size) => text.Sum(c => WidthOf(c)) * size / Measured;

    /// <summary>The text without characters the typeface cannot draw.</summary>
    public string Drawable(string text) =>
        new([
            .. text.Select(c =>
                char.IsControl(c) ? ' '
                : WidthOf(c) > 0 ? c
                : '?'
            ),
        ]);

    /// <summary>Wraps a text at spaces into lines of a given width; a wider word is broken.</summary>
    public IEnumerable<string> Wrap(string text, double size, double width)
    {
        foreach (var paragraph in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            var line = "";
            foreach (
                var word in Drawable(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, size, width))
            )
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && Width(longer, size) > width)
                {
                    yield return line;
                    longer = word;
                }
                line = longer;
            }
            yield return line;
        }
    }

    private IEnumerable<string> Pieces(string word, double size, double width)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
            if (end - start > 1 && Width(word[start..end], size) > width)
            {
                yield return word[start..(end - 1)];
                start = end - 1;
            }
        yield return word[start..];
    }

    private double WidthOf(char c)
    {
        if (_widths.TryGetValue(c, out var known))
            return known;
        try
        {
            return _widths[c] = _scratch
                .MeasureText(c.ToString(), Measured, new PdfPoint(0, 0), Face)
                .Sum(l => l.EndBaseLine.X - l.StartBaseLine.X);
        }
        catch (InvalidOperationException)
        {
            return _widths[c] = 0;
        }
    }
}
