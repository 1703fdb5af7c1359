using Registry.Basics;

namespace Registry.Reporting.Model;

internal sealed record MaterialRow(Guid Id, MaterialKind Kind, LocalText Title, string? Clause, DateTime PublishedAt);
