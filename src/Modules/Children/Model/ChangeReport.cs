namespace Registry.Children.Model;

/// <param name="Id">The child.</param>
/// <param name="LearnedOn">The day from which the two working days count.</param>
internal sealed record ChangeReport(
    Guid Id,
    ChangeKind Kind,
    DateOnly LearnedOn,
    DateOnly HappenedOn,
    string What,
    string? Document = null
);
