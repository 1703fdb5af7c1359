using Registry.Contracts;

namespace Registry.Integration.Model;

/// <summary>Exactly what is given.</summary>
internal sealed record DisclosedContent(
    string Number,
    string CaseNumber,
    string FullName,
    string Language,
    DateTime At,
    IReadOnlyList<PaperSection> Sections
);
