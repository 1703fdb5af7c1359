using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Writer;

namespace Registry.Children.Files;

/// <summary>A document's pages are copied into a new one: author, history, scripts, forms and embedded files stay behind.</summary>
internal static class Pdf
{
    private const int MostPages = 500;

    public static byte[] Clean(byte[] content)
    {
        try
        {
            using var source = PdfDocument.Open(content, new ParsingOptions { SkipMissingFonts = true });
            if (source.NumberOfPages is 0 or > MostPages)
                throw Cleaning.Refused("file.too-many-pages");
            using var copy = new PdfDocumentBuilder { IncludeDocumentInformation = false };
            for (var page = 1; page <= source.NumberOfPages; page++)
                copy.AddPage(source, page, new PdfDocumentBuilder.AddPageOptions { KeepAnnotations = false });
            return copy.Build();
        }
        catch (PdfDocumentEncryptedException)
        {
            throw Cleaning.Refused("file.locked");
        }
        // a broken document may make its reader throw anything
        catch (Exception problem) when (problem is not Registry.Basics.DomainException and not OutOfMemoryException)
        {
            throw Cleaning.Refused("file.damaged");
        }
    }
}
