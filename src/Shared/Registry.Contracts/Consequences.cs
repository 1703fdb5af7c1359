namespace Registry.Contracts;

/// <summary>What a far-reaching act brings about. Each value is shown in ky, ru and en on the confirmation screen.</summary>
public enum ConsequenceKind
{
    /// <summary>Accounts that cannot sign in any more.</summary>
    AccountsClosed,

    /// <summary>Signed-in browsers whose next request is refused.</summary>
    SessionsEnded,

    /// <summary>Other state systems that cannot call any more.</summary>
    SystemsStopped,

    /// <summary>Open cases whose responsible specialist cannot sign in any more.</summary>
    CasesLeft,

    /// <summary>Owed steps of specialists who cannot sign in any more.</summary>
    StepsLeft,

    /// <summary>Measures in progress of specialists who cannot sign in any more.</summary>
    MeasuresLeft,

    /// <summary>Territories in which no one could register or process a signal any more.</summary>
    TerritoriesLeft,

    /// <summary>Children who live in the institution: they have to leave it first.</summary>
    ChildrenInside,

    /// <summary>Places that are offered no more.</summary>
    PlacesLost,

    /// <summary>Editions that everybody can read from now on, without signing in.</summary>
    PublishedToAll,

    /// <summary>Editions that readers cannot open any more.</summary>
    TakenFromReaders,

    /// <summary>Files that go with it.</summary>
    FilesGone,

    /// <summary>Screens whose help is empty.</summary>
    ScreensWithoutHelp,

    /// <summary>Accounts that need the course and have not passed it: they can open nothing else.</summary>
    AccountsHeldByCourse,

    /// <summary>Entries that name the value: they keep it and stay readable.</summary>
    EntriesKeepValue,

    /// <summary>Sealed entries may name it: they are not counted, keep it and stay readable.</summary>
    SealedEntriesKeepValue,

    /// <summary>Accounts, bodies and systems of the territory.</summary>
    HoldersOfTerritory,

    /// <summary>Open cases of the territory.</summary>
    CasesInTerritory,

    /// <summary>Running steps that become due on another day.</summary>
    StepsMoved,

    /// <summary>Done steps whose due day moves: whether they were in time is re-evaluated.</summary>
    StepsJudged,

    /// <summary>Days after which the earlier secret stops working.</summary>
    SecretEndsInDays,

    /// <summary>Questions that were put to the register in the last 30 days.</summary>
    QuestionsToRegister,

    /// <summary>Runs a day that do not take place.</summary>
    RunsStopped,

    /// <summary>Cards that become part of another one and lead to it.</summary>
    CardsMerged,

    /// <summary>Open cases that end because another case of the same child goes on.</summary>
    CasesMerged,

    /// <summary>Signals that go over to the surviving card.</summary>
    SignalsFollow,

    /// <summary>Owed steps that go over; none is owed twice.</summary>
    StepsFollow,

    /// <summary>Days within which everything can be brought back as it was.</summary>
    DaysToUndo,

    /// <summary>Rows that go over to the other child.</summary>
    RowsGoBack,
}

/// <summary>A counted consequence of an act.</summary>
/// <param name="Of">Whose or which they are, when a few lines suffice.</param>
public sealed record Consequence(ConsequenceKind Kind, int Count, IReadOnlyList<ConsequenceShare>? Of = null);

public sealed record ConsequenceShare(string Name, int Count);

/// <summary>Work that stays behind when specialists cannot sign in any more, reported by each module that keeps such work.</summary>
public interface IWorkOfSpecialists
{
    Task<IReadOnlyList<WorkOfSpecialist>> WorkOfAsync(IReadOnlyCollection<Guid> specialists, CancellationToken ct);
}

public sealed record WorkOfSpecialist(ConsequenceKind Kind, Guid SpecialistId, int Count);

/// <summary>What lies in a territory, reported by each module that keeps something there.</summary>
public interface ITerritoryUses
{
    /// <param name="territory">SOATE code; what lies inside counts too.</param>
    Task<IReadOnlyList<Consequence>> UsesOfTerritoryAsync(string territory, CancellationToken ct);
}

/// <summary>How many entries name a value of a dictionary, reported by each module that keeps such codes in the open.</summary>
public interface ICodeUses
{
    Task<int> UsesOfCodeAsync(string dictionary, string code, CancellationToken ct);
}
