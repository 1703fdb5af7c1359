using QRCoder;
using Registry.Contracts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Registry.Reporting.Pdf;

/// <summary>Everything around the contents of a document.</summary>
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

/// <param name="Means">What is counted.</param>
/// <param name="Total">The last row, set apart.</param>
/// <param name="Notes">The definition of each figure.</param>
internal sealed record PaperTable(
    string Title,
    string Means,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Total,
    IReadOnlyList<string> Notes
);

/// <summary>Renders a document as PDF/A-2b: A4, an embedded typeface, a QR code, page x of y, place for signature and seal [21].</summary>
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

    public static byte[] Write(PaperFrame frame, IReadOnlyList<PaperSection> sections, IReadOnlyList<PaperTable>? tables = null)
    {
        var builder = new PdfDocumentBuilder { ArchiveStandard = PdfAStandard.A2B };
        builder.DocumentInformation.Title = $"{frame.Title} {frame.Number}";
        builder.DocumentInformation.Producer = "Registry";
        var set = new Setter(builder);
        Head(set, frame);
        foreach (var section in sections)
            Section(set, section);
        foreach (var table in tables ?? [])
            Table(set, table);
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
        // a heading is never left alone at the foot of a page
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

    private const double Small = 7.5;
    private const double SmallLeading = 10;
    private const double WidestFigure = 68;

    private static void Table(Setter set, PaperTable table)
    {
        var figures = table.Head.Count - 1;
        var width = Math.Min(WidestFigure, (Right - Left) * 0.72 / figures);
        var first = Right - Left - width * figures;
        var means = set.Plain.Wrap(table.Means, Small, Right - Left).ToList();
        var head = table.Head.Select((text, i) => set.Plain.Wrap(text, Small, (i == 0 ? first : width) - 6).ToList()).ToList();
        var tall = head.Max(h => h.Count) * SmallLeading;
        // title, head and the first rows stay together
        set.Need(30 + means.Count * SmallLeading + tall + 3 * Leading);
        set.Down(10);
        foreach (var line in set.Bold.Wrap(table.Title, 11, Right - Left))
            set.Line(line, Left, 11, set.Bold, leading: 15);
        foreach (var line in means)
            set.Line(line, Left, Small, set.Plain, grey: true, leading: SmallLeading);
        set.Down(4);
        Head();
        foreach (var row in table.Rows)
            Row(row, set.Plain);
        set.Need(2 * Leading);
        set.Rule(0.4);
        Row(table.Total, set.Bold);
        set.Down(2);
        foreach (var line in table.Notes.SelectMany(n => set.Plain.Wrap(n, Small, Right - Left)))
            set.Line(line, Left, Small, set.Plain, grey: true, leading: SmallLeading);

        void Head()
        {
            var top = set.Y;
            for (var column = 0; column < head.Count; column++)
            {
                set.To(top);
                foreach (var line in head[column])
                {
                    set.Down(SmallLeading);
                    Cell(line, column, Small, set.Plain, grey: true);
                }
            }
            set.To(top - tall - 4);
            set.Rule(0.4);
        }

        void Row(IReadOnlyList<string> cells, PaperFont font)
        {
            var name = font.Wrap(cells[0], Text, first - 6).ToList();
            if (set.Need(name.Count * Leading + 2))
                Head();
            for (var line = 0; line < name.Count; line++)
            {
                Cell(name[line], 0, Text, font);
                for (var column = 1; line == 0 && column < cells.Count; column++)
                    Cell(cells[column], column, Text, font);
                set.Down(Leading);
            }
        }

        void Cell(string text, int column, double size, PaperFont font, bool grey = false)
        {
            var drawn = font.Drawable(text);
            var x = column == 0 ? Left : Left + first + width * column - 2 - font.Width(drawn, size);
            set.Put(drawn, x, size, font, grey);
        }
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

    /// <summary>A pen that moves down the page and starts the next one when there is no room.</summary>
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

        /// <summary>True if a new page was started.</summary>
        public bool Need(double room)
        {
            if (Y - room >= Bottom)
                return false;
            Next();
            return true;
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
