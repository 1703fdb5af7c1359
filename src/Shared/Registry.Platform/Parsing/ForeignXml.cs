using System.Xml;
using System.Xml.Linq;

namespace Registry.Platform.Parsing;

/// <summary>XML that somebody else wrote: no DTD, no entities, as deep and as large as an honest answer, counted while it is read.</summary>
public static class ForeignXml
{
    /// <summary>No answer of a register is deeper; JSON from outside has the same limit.</summary>
    public const int Deepest = 64;
    private const int MostNodes = 200_000;
    private const int LargestDocument = 4_000_000;

    /// <exception cref="XmlException">It is no XML, or more than that.</exception>
    public static XElement Read(byte[] content)
    {
        Measure(content);
        using var reader = Reader(content);
        return XElement.Load(reader);
    }

    /// <summary>A tree is made of it only after all of it was found small enough.</summary>
    private static void Measure(byte[] content)
    {
        using var reader = Reader(content);
        for (var nodes = 0; reader.Read(); )
            if (reader.Depth > Deepest || (nodes += 1 + reader.AttributeCount) > MostNodes)
                throw new XmlException("Too deep or too large.");
    }

    private static XmlReader Reader(byte[] content) =>
        XmlReader.Create(
            new MemoryStream(content),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestDocument,
            }
        );
}
