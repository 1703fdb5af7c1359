using Registry.Contracts;

namespace Registry.Children.Model;

/// <param name="Version">ETag of the section, for its If-Match.</param>
internal sealed record SectionState(
    SectionCode Code,
    Guid Version,
    int Expected,
    int Filled,
    int Explained,
    IReadOnlyList<string> Missing,
    DateTime? ChangedAt,
    string? ChangedBy
);

internal sealed record CaseView(
    Guid Id,
    string Number,
    string Territory,
    CaseStatus Status,
    DateOnly FoundOn,
    DateOnly OpenedOn,
    DateOnly? InformationOn,
    string? Responsible,
    Guid Version
);

internal sealed record CaseEventView(CaseStatus Status, DateTime At, string? By);

internal sealed record SignalView(Guid Id, string Number, DateOnly FoundOn, string Channel, DateOnly ReceivedOn);

/// <param name="Source">The service that answered.</param>
/// <param name="At">When it answered.</param>
internal sealed record FieldSourceView(
    SectionCode Section,
    string Field,
    RegisterKind Kind,
    string Source,
    Guid RequestId,
    DateTime At,
    string? TakenBy
);

/// <param name="Sources">Which values came from registers and still apply [18].</param>
/// <param name="Completeness">Filled and explained items as a percentage of those expected [14.2].</param>
internal sealed record GetCardResponse(
    Guid Id,
    string FullName,
    string Territory,
    Severity Severity,
    int Completeness,
    bool CanEdit,
    CaseView? Case,
    IReadOnlyList<CaseEventView> Events,
    IReadOnlyList<SignalView> Signals,
    IReadOnlyList<DeadlineView> Deadlines,
    IReadOnlyList<SectionState> Sections,
    CardContents Contents,
    IReadOnlyList<FieldSourceView> Sources
);
