using System.Text.Json.Serialization;
using Registry.Children.Cards;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Kernel.People;

namespace Registry.Children.Signals;

/// <summary>How the child came to be known: it decides which clock runs.</summary>
internal enum SignalSource
{
    /// <summary>[19.1] A specialist found the child: one working day.</summary>
    FoundBySpecialist,

    /// <summary>[19.2] Somebody reported the child: two working days.</summary>
    ReportReceived,
}

internal enum Urgency
{
    Ordinary,
    Urgent,

    /// <summary>Danger to life or health: help comes first, the form later.</summary>
    Immediate,
}

internal enum SignalStatus
{
    New,
    CardOpened,
    Linked,
    Unfounded,
}

/// <summary>A report about a child at risk, or a specialist's own finding [13b.1].</summary>
internal sealed class Signal : IVersioned, ITerritorial, ICaseRow, ITells
{
    public const int TextMaxLength = 8_000;
    public const string ContentsPurpose = "signal.contents";

    private Signal() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";
    public Guid ChildId { get; private set; }
    public SignalSource Source { get; private init; }
    public string Channel { get; private init; } = "";
    public Urgency Urgency { get; private init; }
    public DateOnly FoundOn { get; private init; }

    /// <summary>The day the report was received; the finding's own day for a child found by the specialist.</summary>
    public DateOnly ReceivedOn { get; private init; }

    /// <summary>Where it is worked on: a transfer of the child's case takes it along.</summary>
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";

    /// <summary>Where the child was found [22.4]: a transfer does not change it.</summary>
    public string FoundTerritory { get; private init; } = "";
    public byte[] SealedContents { get; private set; } = [];
    public SignalStatus Status { get; private set; }
    public string? UnfoundedReason { get; private set; }
    public Guid RegisteredBy { get; private init; }
    public DateTime RegisteredAt { get; private init; }
    public DateOnly? ProcessedOn { get; private set; }
    public Guid Version { get; set; }

    public IFact Fact() => new SignalFact(Id, ChildId, FoundTerritory, FoundOn, Source.ToString(), Channel, Status.ToString(), ProcessedOn);

    public static Signal Register(
        RegisterSignalRequest request,
        string number,
        Guid childId,
        byte[] sealedContents,
        Caller by,
        DateTime at
    ) =>
        new()
        {
            Id = Ids.New(),
            Number = number,
            ChildId = childId,
            Source = request.Source,
            Channel = request.Channel,
            Urgency = request.Urgency,
            FoundOn = request.FoundOn,
            ReceivedOn = request.ReceivedOn ?? request.FoundOn,
            Territory = request.Territory,
            District = Soate.District(request.Territory),
            FoundTerritory = request.Territory,
            SealedContents = sealedContents,
            RegisteredBy = by.SpecialistId,
            RegisteredAt = at,
            Version = Ids.New(),
        };

    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void OpenCard(DateOnly on) => Process(SignalStatus.CardOpened, on);

    /// <summary>The signal is about a child that the Base knows: its contents are sealed anew under that child's key.</summary>
    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void LinkTo(Guid childId, byte[] sealedContents, DateOnly on)
    {
        Process(SignalStatus.Linked, on);
        (ChildId, SealedContents) = (childId, sealedContents);
    }

    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void CloseUnfounded(string reason, byte[] sealedContents, DateOnly on)
    {
        Process(SignalStatus.Unfounded, on);
        (UnfoundedReason, SealedContents) = (reason, sealedContents);
    }

    private void Process(SignalStatus status, DateOnly on)
    {
        if (Status is not SignalStatus.New)
            throw new DomainException("signal.not-open");
        (Status, ProcessedOn) = (status, on);
    }
}

/// <summary>What the signal says; sealed under the child's key.</summary>
internal sealed record SignalContents(
    string Account,
    string? Address,
    double? Latitude,
    double? Longitude,
    Reporter Reporter,
    FirstKnown Child,
    string? UnfoundedNote = null
);

/// <param name="Anonymous">The reporter did not say who they are, or asked not to be named.</param>
internal sealed record Reporter(bool Anonymous, string? Name = null, string? Phone = null, string? Relation = null);

/// <summary>What is first known about the child; all of it may be missing.</summary>
/// <param name="Typed">The name as it was typed, where it is kept otherwise.</param>
internal sealed record FirstKnown(
    string? Surname = null,
    string? Name = null,
    string? Patronymic = null,
    Sex? Sex = null,
    DateOnly? BirthDate = null,
    int? Age = null,
    string? Pin = null,
    string? Note = null,
    string? Typed = null
)
{
    /// <summary>How lists call a child that is not in the Base yet; empty when no name is known.</summary>
    [JsonIgnore]
    public string ShortName => Identity.NameOf(Surname, Name, Patronymic);

    /// <summary>Names in their normal form; what was typed otherwise stays beside them.</summary>
    public FirstKnown Normalised()
    {
        var names = NormalNames.Of(Surname, Name, Patronymic);
        return this with { Surname = names.Surname, Name = names.Name, Patronymic = names.Patronymic, Typed = names.Typed };
    }

    public Identity AsIdentity() => new(Surname, Name, Patronymic, Sex: Sex, BirthDate: BirthDate, Pin: Pin);
}
