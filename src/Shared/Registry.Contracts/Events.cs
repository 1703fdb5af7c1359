namespace Registry.Contracts;

/// <summary>A fact that one module tells the others: ids, codes and dates only, never personal data.</summary>
public interface IEvent;

/// <summary>The working calendar has a new version; running deadlines are counted anew.</summary>
public sealed record CalendarChanged(int Version) : IEvent;

/// <summary>A child at risk was found or reported [19.1, 19.2].</summary>
public sealed record SignalRegistered(Guid SignalId, Guid ChildId, string Territory, DateOnly FoundOn, string Source, string Channel)
    : IEvent;

/// <summary>A case was opened for a child [13b.2].</summary>
public sealed record CaseOpened(Guid CaseId, Guid ChildId, string Number, string Territory, DateOnly FoundOn, DateOnly OpenedOn) : IEvent;

/// <summary>A signal was closed as unfounded.</summary>
public sealed record SignalClosedUnfounded(Guid SignalId, string Territory, DateOnly On) : IEvent;

/// <summary>The initial information about a child is entered [19.2].</summary>
public sealed record InitialInformationEntered(Guid CaseId, Guid ChildId, DateOnly On) : IEvent;
