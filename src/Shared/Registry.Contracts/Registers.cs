using System.Text.Json.Serialization;

namespace Registry.Contracts;

/// <summary>The facts requested from other state registers [18]; the names are stored in the database.</summary>
public enum RegisterKind
{
    Person,
    Address,
    Family,
    Disability,
    Pension,
    Benefits,
    Property,
    BirthAct,
    Education,
}

/// <summary>How a queried register answered; the names are stored in the database.</summary>
public enum RegisterOutcome
{
    Found,

    /// <summary>The register has nothing under this number: an answer, not an error.</summary>
    NotFound,

    /// <summary>No service is configured, or it is switched off.</summary>
    NotConnected,

    /// <summary>X-Road itself refused or failed; the provider was not reached or gave no answer.</summary>
    ExchangeFailed,

    /// <summary>The provider's own error.</summary>
    ProviderFailed,
    TimedOut,

    /// <summary>The answer is not what the service promises.</summary>
    Unreadable,
    TooLarge,

    /// <summary>The security server does not answer, or is left alone for a while after repeated failures.</summary>
    Unreachable,
}

/// <summary>What a register knows of a person, in the Base's own codes.</summary>
[JsonDerivedType(typeof(PersonAnswer), nameof(RegisterKind.Person))]
[JsonDerivedType(typeof(AddressAnswer), nameof(RegisterKind.Address))]
[JsonDerivedType(typeof(FamilyAnswer), nameof(RegisterKind.Family))]
[JsonDerivedType(typeof(DisabilityAnswer), nameof(RegisterKind.Disability))]
[JsonDerivedType(typeof(PaymentsAnswer), "Payments")]
[JsonDerivedType(typeof(PropertyAnswer), nameof(RegisterKind.Property))]
[JsonDerivedType(typeof(BirthActAnswer), nameof(RegisterKind.BirthAct))]
[JsonDerivedType(typeof(EducationAnswer), nameof(RegisterKind.Education))]
public abstract record RegisterAnswer;

/// <param name="Pin">The number that is in force now, where the requested one was replaced.</param>
/// <param name="Sex"><c>Female</c> or <c>Male</c>.</param>
public sealed record PersonAnswer(
    string? Surname,
    string? Name,
    string? Patronymic,
    string? Sex,
    DateOnly? BirthDate,
    string? Citizenship,
    string? Pin,
    bool PinBlocked,
    DateOnly? DeathDate
) : RegisterAnswer;

public sealed record AddressAnswer(string? RegisteredTerritory, string? RegisteredAddress, string? ActualTerritory, string? ActualAddress)
    : RegisterAnswer;

/// <param name="Relation">Code of the dictionary «relation».</param>
public sealed record FamilyMember(string Relation, string FullName, DateOnly? BirthDate);

public sealed record FamilyAnswer(IReadOnlyList<FamilyMember> Members) : RegisterAnswer;

/// <param name="Group">Code of the dictionary «disability».</param>
public sealed record DisabilityAnswer(bool Has, string? Group, DateOnly? Since, DateOnly? Until, string? Examination) : RegisterAnswer;

/// <param name="Kind">Code of the dictionary «payment».</param>
public sealed record PaymentOfRegister(string Kind, DateOnly? Since, DateOnly? Until);

/// <summary>Pensions or benefits that are paid, or were.</summary>
public sealed record PaymentsAnswer(IReadOnlyList<PaymentOfRegister> Payments) : RegisterAnswer;

/// <param name="Kind">Code of the dictionary «property».</param>
public sealed record PropertyOfRegister(string Kind, string Description);

public sealed record PropertyAnswer(IReadOnlyList<PropertyOfRegister> Property) : RegisterAnswer;

public sealed record BirthActAnswer(string? Number, DateOnly? IssuedOn, string? IssuedBy, string? Mother, string? Father) : RegisterAnswer;

public sealed record EducationAnswer(string? School, string? Class) : RegisterAnswer;

/// <param name="CaseNumber">Number of the case, or of the signal before there is one; the registers see it.</param>
/// <param name="BodyId">The body in whose name the query is made; null when the Base itself refreshes.</param>
public sealed record RegisterAsk(string Pin, Guid ChildId, string CaseNumber, Guid AskedBy, Guid? BodyId);

/// <param name="Source">The service that answered, as the exchange calls it.</param>
/// <param name="RequestId">Under which the exchange knows the request.</param>
/// <param name="Fault">Code of a failure; never its text, which may repeat the query.</param>
/// <param name="Unmapped">Fields whose codes are not mapped yet, with the code.</param>
public sealed record RegisterReply(
    RegisterKind Kind,
    RegisterOutcome Outcome,
    RegisterAnswer? Answer,
    string Source,
    Guid RequestId,
    DateTime At,
    string? Fault,
    IReadOnlyList<string> Unmapped
);

/// <param name="Id">Of the whole query.</param>
public sealed record RegisterAnswers(Guid Id, IReadOnlyList<RegisterReply> Replies);

/// <summary>The registers of other state bodies, queried over Tunduk by Integration [18].</summary>
public interface IRegisters
{
    /// <summary>Queries several registers at once. Each exchange is stored immediately, its answer sealed under the child's key; call before anything is saved.</summary>
    Task<RegisterAnswers> AskAsync(RegisterAsk ask, IReadOnlyCollection<RegisterKind> kinds, CancellationToken ct);

    /// <summary>The results of an earlier query about this child; null when there was none.</summary>
    Task<RegisterAnswers?> FindAsync(Guid askId, Guid childId, CancellationToken ct);
}
