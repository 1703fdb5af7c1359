using Registry.Basics.Access;

namespace Registry.Contracts;

/// <summary>The territories, administered in Access.</summary>
public interface ITerritories
{
    /// <summary>True when a territory of this SOATE code is in force today.</summary>
    Task<bool> ExistsAsync(string code, CancellationToken ct);

    /// <summary>The name of a territory in ky, ru or en; the code where there is none.</summary>
    Task<string> NameAsync(string code, string language, CancellationToken ct);
}

/// <summary>The responsible specialists, registered in Access [16].</summary>
public interface ISpecialists
{
    /// <summary>Full names by specialist id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Specialists with the bodies they work for.</summary>
    Task<IReadOnlyDictionary<Guid, SpecialistOfBody>> WithBodiesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Ids of the specialists who work for a body.</summary>
    Task<IReadOnlyList<Guid>> OfBodyAsync(Guid bodyId, CancellationToken ct);

    /// <summary>The taxpayer number of a body; null when there is no such body.</summary>
    Task<string?> InnOfBodyAsync(Guid bodyId, CancellationToken ct);

    /// <summary>The specialists who work for a territory and can sign in on a day: whom measures about a child there can be given to [16]. Those of a town or an aiyl aimak work for it alone.</summary>
    Task<IReadOnlyList<ResponsibleSpecialist>> WorkingForAsync(string territory, DateOnly on, CancellationToken ct);

    /// <summary>The holders who edit in a territory on a day: to whom a case can be transferred [5.holder].</summary>
    Task<IReadOnlyList<ResponsibleSpecialist>> HoldersOfAsync(string territory, DateOnly on, CancellationToken ct);
}

/// <summary>Who must act on a report from a territory [11.3, 19.2]; the rule is kept in Access.</summary>
public interface ISignalReceivers
{
    /// <summary>
    /// The holders of the territory; where none can sign in, the district's territorial unit; where there is none either, the authorised body. Null only when no one
    /// at all could act.
    /// </summary>
    Task<SignalReceiver?> OfAsync(string territory, DateOnly on, CancellationToken ct);
}

/// <param name="BodyId">The body that must find a holder; null when the territory has one.</param>
public sealed record SignalReceiver(Guid? BodyId, string BodyKy, string BodyRu)
{
    public static readonly SignalReceiver Holders = new(null, "", "");
}

public sealed record SpecialistOfBody(string FullName, Guid BodyId, string BodyKy, string BodyRu);

public sealed record ResponsibleSpecialist(Guid Id, string FullName, string BodyKy, string BodyRu);

/// <summary>Other state systems that are registered, kept in Access [12.2].</summary>
public interface IStateSystems
{
    /// <summary>Those in force on a day that may read what is disclosed to them about a child of a territory [27], by name.</summary>
    Task<IReadOnlyList<StateSystem>> ForDisclosuresAsync(string territory, DateOnly on, CancellationToken ct);
}

public sealed record StateSystem(Guid Id, string Name, string BodyKy, string BodyRu);

/// <summary>A child's case as other modules know it.</summary>
/// <param name="IsClosed">Nothing is entered into a closed case.</param>
public sealed record CaseRef(
    Guid CaseId,
    Guid ChildId,
    string Number,
    string Territory,
    DateOnly FoundOn,
    Guid ResponsibleId,
    bool IsClosed
);

public sealed record CasePlace(string Number, string Territory);

/// <summary>The cases and cards, kept in Children.</summary>
public interface ICases
{
    /// <summary>The last case of a child, open or closed; null when there is none. The caller checks the territory against the scope.</summary>
    Task<CaseRef?> AnyCaseAsync(Guid childId, CancellationToken ct);

    /// <summary>What the card says of the child, as <see cref="Circumstances"/>; opens the child's seals.</summary>
    Task<IReadOnlySet<string>> CircumstancesAsync(Guid childId, CancellationToken ct);

    /// <summary>Where the last cases of children lie now, with their numbers; a child without a case is left out.</summary>
    Task<IReadOnlyDictionary<Guid, CasePlace>> PlacesAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct);

    /// <summary>Full names of children; opens their seals.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct);

    /// <summary>What lists show of each child's case; queried a page at a time, it opens no seal.</summary>
    Task<IReadOnlyDictionary<Guid, CaseMark>> MarksAsync(IReadOnlyCollection<Guid> childIds, CancellationToken ct);

    /// <summary>The child itself and those whose cards became part of its card.</summary>
    Task<IReadOnlyList<Guid>> CardsOfAsync(Guid childId, CancellationToken ct);
}

/// <summary>A completed assessment as the protection plan needs it.</summary>
public sealed record AssessmentFacts(
    Guid AssessmentId,
    DateOnly CompletedOn,
    int FormVersion,
    Risk Risk,
    Conclusion Conclusion,
    IReadOnlySet<string> Circumstances
);

/// <summary>The comprehensive assessments, kept in Assessments.</summary>
public interface IAssessments
{
    /// <summary>The last completed assessment of a case; null before the first. Opens the child's seals.</summary>
    Task<AssessmentFacts?> LastAsync(Guid caseId, CancellationToken ct);

    /// <summary>The risk by the last completed assessment of each case; a case without one is left out. Opens no seal.</summary>
    Task<IReadOnlyDictionary<Guid, AssessedRisk>> RisksAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct);
}

/// <summary>The measures of protection plans, kept in ProtectionPlans.</summary>
public interface IMeasures
{
    /// <summary>Of these children those about whom a specialist, of whatever body, has a measure of a plan in force [16].</summary>
    Task<IReadOnlySet<Guid>> ChildrenOfAsync(Guid specialistId, IReadOnlyCollection<Guid> childIds, CancellationToken ct);
}

/// <summary>What a file can be attached to; the names are stored in the database.</summary>
public enum AttachedTo
{
    Card,
    Signal,
    Change,
    Assessment,
    Measure,
    Visit,
    Closing,
}

/// <param name="Name">The file's name as the sender had it.</param>
/// <param name="Title">What the file shows, in the sender's words.</param>
/// <param name="Content">The bytes as they were sent.</param>
public sealed record NewAttachment(string Name, string Title, byte[] Content);

/// <param name="AboutId">What the file is attached to.</param>
public sealed record AttachedFile(Guid Id, Guid AboutId, string Name, string Title);

/// <summary>Photos, documents and recordings about a child, kept sealed in Children.</summary>
public interface IAttachments
{
    /// <summary>Identifies the file by its content, removes what it says about its maker, seals and stores it within the running call's transaction.</summary>
    /// <returns>The attachment's id.</returns>
    Task<Guid> AddAsync(Guid childId, AttachedTo to, Guid? aboutId, NewAttachment file, Guid by, CancellationToken ct);

    /// <summary>The files attached to some things, without withdrawn ones; opens the children's seals.</summary>
    Task<IReadOnlyList<AttachedFile>> OfAsync(AttachedTo to, IReadOnlyCollection<Guid> aboutIds, CancellationToken ct);
}

/// <summary>One kind of things that files are attached to, declared by the module that keeps them.</summary>
public interface IAttachable
{
    AttachedTo Kind { get; }

    /// <summary>True when the thing exists and is about this child.</summary>
    Task<bool> IsAboutAsync(Guid id, Guid childId, CancellationToken ct);
}

/// <param name="Extension">Of the true format, with its dot.</param>
public sealed record CleanedFile(string MediaType, string Extension, byte[] Content);

/// <summary>Takes from files what they say about their makers; kept in Children.</summary>
public interface IFileCleaning
{
    /// <summary>The format is determined by the content alone. An unsupported, damaged or locked file is refused with 400 at <c>content</c>.</summary>
    Task<CleanedFile> CleanAsync(byte[] content, CancellationToken ct);
}

/// <summary>Who can sign in, kept in Access [15].</summary>
public interface IAccounts
{
    /// <summary>Everybody who can sign in on a day, once for each role they have.</summary>
    Task<IReadOnlyList<RoleOfSpecialist>> ActiveAsync(DateOnly on, CancellationToken ct);

    /// <summary>How many accounts need a course that they have not passed, or no longer: they open nothing but courses [15.3].</summary>
    Task<int> HeldByCourseAsync(Guid course, DateOnly on, CancellationToken ct);

    /// <summary>Ids of the accounts that are suspended or whose term is over.</summary>
    Task<IReadOnlyList<Guid>> EndedAsync(DateOnly on, CancellationToken ct);
}

public sealed record RoleOfSpecialist(Guid SpecialistId, string FullName, Role Role, Guid BodyId, string BodyKy, string BodyRu);

/// <summary>The paper copies that were printed, kept in Reporting [21].</summary>
public interface IPapers
{
    /// <summary>The child that a paper is about; null when there is no paper of this number. The caller checks the child against the scope.</summary>
    Task<Guid?> ChildOfAsync(string number, CancellationToken ct);
}

/// <summary>Courses and their results, kept in Reporting [15.3].</summary>
public interface ITraining
{
    /// <summary>True when there is such a course and it is open.</summary>
    Task<bool> IsCourseAsync(Guid courseId, CancellationToken ct);

    /// <summary>The last day on which a specialist's passed course is valid; null when it was never passed.</summary>
    Task<DateOnly?> ValidUntilAsync(Guid specialistId, Guid courseId, CancellationToken ct);
}
