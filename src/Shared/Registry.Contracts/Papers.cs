namespace Registry.Contracts;

/// <summary>The documents that are printed about a child [21].</summary>
public enum PaperKind
{
    Card,
    Assessment,
    Plan,
    Monitoring,

    /// <summary>All of them as one document.</summary>
    Summary,
}

/// <param name="Label">What it is, in the paper's language.</param>
/// <param name="Value">What was entered; empty where nothing was.</param>
public sealed record PaperLine(string Label, string Value);

/// <summary>A part of a printed document.</summary>
public sealed record PaperSection(string Title, IReadOnlyList<PaperLine> Lines);

/// <summary>What a module prints about a child; opens the child's seals.</summary>
public interface IPaperSource
{
    PaperKind Kind { get; }

    /// <returns>No section where there is nothing to print yet.</returns>
    Task<IReadOnlyList<PaperSection>> OfChildAsync(Guid childId, string language, CancellationToken ct);
}

/// <summary>The dictionaries, kept in Children.</summary>
public interface IDictionaries
{
    /// <summary>Names of a dictionary's entries by code, in ky, ru or en; of past entries too.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(string dictionary, string language, CancellationToken ct);
}

/// <param name="Title">Code of the document's kind; its texts are in Reporting as <c>paper.kind.…</c>.</param>
/// <param name="Child">Whom it is about.</param>
/// <param name="About">The case's number.</param>
/// <param name="Code">Leading digits of the content's hash.</param>
/// <param name="At">When the content was fixed, UTC.</param>
public sealed record PaperHead(string Title, string Child, string About, string Number, string Code, DateTime At);

/// <summary>Sets a document as PDF/A-2b; kept in Reporting [21].</summary>
public interface IPaperSetter
{
    /// <param name="language">ky or ru.</param>
    byte[] Set(PaperHead head, string language, IReadOnlyList<PaperSection> sections);
}
