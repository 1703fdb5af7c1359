using QRCoder;
using Registry.Contracts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Registry.Reporting.Papers;

/// <summary>What stands around the contents of a document.</summary>
/// <param name="Address">What the QR code opens.</param>
/// <param name="Footer">Number, moment and author, at the foot of each page.</param>
/// <param name="Page">«{page} of {pages}» in the paper's language.</param>
/// <param name="Closing">Lines for signature and seal, and the certification.</param>
internal sealed record PaperFrame(
    string Authority,
    string Title,
    string Child,
    string About,
    string Number,
    string Code,
    string Address,
    string Check,
    string Footer,
    string Page,
    IReadOnlyList<string> Closing
);

/// <summary>Sets a document as PDF/A-2b: A4, an embedded face, a QR code, page x of y, place for signature and seal [21].</summary>
internal static class PaperPdf
{
    private const double Left = 56;
    private const double Right = 539;
    private const double Top = 786;
    private const double Bottom = 74;
    private const double LabelWidth = 168;
    private const double Gap = 14;
    private const double Text = 9.5;
    private const double Leading = 13;
    private const double QrSize = 84;

    public static byte[] Write(PaperFrame frame, IReadOnlyList<PaperSection> sections)
    {
        var builder = new PdfDocumentBuilder { ArchiveStandard = PdfAStandard.A2B };
        builder.DocumentInformation.Title = $"{frame.Title} {frame.Number}";
        builder.DocumentInformation.Producer = "Registry";
        var set = new Setter(builder);
        Head(set, frame);
        foreach (var section in sections)
            Section(set, section);
        Close(set, frame);
        set.Feet(frame);
        return builder.Build();
    }

    private static void Head(Setter set, PaperFrame frame)
    {
        Qr(set, frame.Address);
        var width = Right - Left - QrSize - Gap;
        foreach (var line in set.Plain.Wrap(frame.Authority, Text, width))
            set.Line(line, Left, Text, set.Plain, grey: true);
        set.Down(6);
        foreach (var line in set.Bold.Wrap(frame.Title, 16, width))
            set.Line(line, Left, 16, set.Bold, leading: 20);
        foreach (var line in set.Bold.Wrap(frame.Child, 12, width))
            set.Line(line, Left, 12, set.Bold, leading: 17);
        foreach (var line in set.Plain.Wrap(frame.About, Text, width))
            set.Line(line, Left, Text, set.Plain);
        foreach (var line in set.Plain.Wrap($"{frame.Number} · {frame.Code}", Text, width))
            set.Line(line, Left, Text, set.Plain);
        set.To(Math.Min(set.Y, Top - QrSize - 8));
        foreach (var line in set.Plain.Wrap(frame.Check, 7.5, Right - Left))
            set.Line(line, Left, 7.5, set.Plain, grey: true, leading: 10);
        set.Down(4);
        set.Rule(1);
        set.Down(8);
    }

    private static void Qr(Setter set, string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var cells = code.ModuleMatrix;
        var size = QrSize / cells.Count;
        for (var row = 0; row < cells.Count; row++)
        for (var column = 0; column < cells.Count; column++)
            if (cells[row][column])
                set.Fill(Right - QrSize + column * size, Top + 8 - (row + 1) * size, size, size);
    }

    private static void Section(Setter set, PaperSection section)
    {
        // a heading never stands alone at the foot of a page
        set.Need(3 * Leading + 12);
        set.Down(6);
        foreach (var line in set.Bold.Wrap(section.Title, 11, Right - Left))
            set.Line(line, Left, 11, set.Bold, leading: 15);
        set.Rule(0.4);
        set.Down(4);
        foreach (var line in section.Lines)
            Row(set, line);
    }

    private static void Row(Setter set, PaperLine line)
    {
        var label = set.Plain.Wrap(line.Label, Text, LabelWidth).ToList();
        var value = set.Plain.Wrap(line.Value.Length == 0 ? "—" : line.Value, Text, Right - Left - LabelWidth - Gap).ToList();
        for (var i = 0; i < Math.Max(label.Count, value.Count); i++)
        {
            set.Need(Leading);
            if (i < label.Count)
                set.Put(label[i], Left, Text, set.Plain, grey: true);
            if (i < value.Count)
                set.Put(value[i], Left + LabelWidth + Gap, Text, set.Plain);
            set.Down(Leading);
        }
        set.Down(2);
    }

    private static void Close(Setter set, PaperFrame frame)
    {
        set.Need(frame.Closing.Count * 30 + 30);
        set.Down(24);
        foreach (var line in frame.Closing)
        {
            set.Line(line, Left, Text, set.Plain, leading: 28);
        }
    }

    /// <summary>A pen that goes down the page and takes the next one when there is no room.</summary>
    private sealed class Setter
    {
        private readonly PdfDocumentBuilder _builder;
        private readonly List<PdfPageBuilder> _pages = [];

        public Setter(PdfDocumentBuilder builder)
        {
            _builder = builder;
            Next();
            Plain = new(builder, Now, "DejaVuSans.ttf");
            Bold = new(builder, Now, "DejaVuSans-Bold.ttf");
        }

        public PaperFont Plain { get; }
        public PaperFont Bold { get; }
        public double Y { get; private set; }
        private PdfPageBuilder Now => _pages[^1];

        private void Next()
        {
            _pages.Add(_builder.AddPage(PageSize.A4));
            Y = Top;
        }

        public void To(double y) => Y = y;

        public void Down(double by) => Y -= by;

        public void Need(double room)
        {
            if (Y - room < Bottom)
                Next();
        }

        public void Put(string text, double x, double size, PaperFont font, bool grey = false)
        {
            if (text.Length == 0)
                return;
            Ink(Now, grey);
            Now.AddText(text, size, new PdfPoint(x, Y), font.Face);
        }

        public void Line(string text, double x, double size, PaperFont font, bool grey = false, double leading = Leading)
        {
            Need(leading);
            Down(size);
            Put(text, x, size, font, grey);
            Down(leading - size);
        }

        public void Rule(double width)
        {
            Now.SetStrokeColor(120, 128, 130);
            Now.DrawLine(new PdfPoint(Left, Y), new PdfPoint(Right, Y), width);
            Down(12);
        }

        public void Fill(double x, double y, double width, double height)
        {
            Now.SetTextAndFillColor(0, 0, 0);
            Now.SetStrokeColor(0, 0, 0);
            Now.DrawRectangle(new PdfPoint(x, y), width, height, 0.1, fill: true);
        }

        public void Feet(PaperFrame frame)
        {
            for (var i = 0; i < _pages.Count; i++)
            {
                var page = _pages[i];
                Ink(page, grey: true);
                var number = frame
                    .Page.Replace("{page}", $"{i + 1}", StringComparison.Ordinal)
                    .Replace("{pages}", $"{_pages.Count}", StringComparison.Ordinal);
                page.AddText(Plain.Drawable(frame.Footer), 7.5, new PdfPoint(Left, 40), Plain.Face);
                page.AddText(number, 7.5, new PdfPoint(Right - Plain.Width(number, 7.5), 40), Plain.Face);
            }
        }

        private static void Ink(PdfPageBuilder page, bool grey)
        {
            var (r, g, b) = grey ? (86, 99, 101) : (29, 37, 38);
            page.SetTextAndFillColor((byte)r, (byte)g, (byte)b);
        }
    }
}
