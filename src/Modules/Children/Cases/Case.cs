using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Events;

namespace Registry.Children.Cases;

/// <summary>Where a case stands on its road.</summary>
internal enum CaseStatus
{
    /// <summary>The card is open, the initial information is being entered [13b.2].</summary>
    Opened,

    /// <summary>The initial information is entered; the comprehensive assessment is next [13b.3].</summary>
    InformationEntered,

    /// <summary>Stopped with consent [20.9] or ended.</summary>
    Closed,

    /// <summary>The comprehensive assessment is completed; the plan is next [13b.3].</summary>
    Assessed,

    /// <summary>An approved plan is carried out and watched [3, 13b.4].</summary>
    PlanInForce,
}

/// <summary>The work with one child in one territory, under a number that people say.</summary>
internal sealed class Case : IVersioned, ITerritorial, IRemembers
{
    private Case() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    /// <summary>Where the child was found [22.4]: a transfer does not change it.</summary>
    public string FoundTerritory { get; private init; } = "";
    public CaseStatus Status { get; private set; }
    public DateOnly FoundOn { get; private init; }
    public DateOnly OpenedOn { get; private init; }
    public DateOnly? InformationOn { get; private set; }
    public Guid ResponsibleId { get; private set; }
    public Guid BodyId { get; private set; }
    public History<CaseFound> FoundHistory { get; private init; } = new();
    public History<CaseState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public static Case Open(string number, Guid childId, string territory, DateOnly foundOn, DateOnly on, Caller by)
    {
        var opened = new Case
        {
            Id = Ids.New(),
            ChildId = childId,
            Number = number,
            Territory = territory,
            District = Soate.District(territory),
            FoundTerritory = territory,
            FoundOn = foundOn,
            OpenedOn = on,
            ResponsibleId = by.SpecialistId,
            BodyId = by.BodyId,
            Version = Ids.New(),
        };
        opened.Remember(on);
        return opened;
    }

    public void Remember(DateOnly on)
    {
        FoundHistory.Add(on, new(ChildId, FoundOn, FoundTerritory));
        StateHistory.Add(on, new(Status.ToString(), Territory));
    }

    public IFact Fact() => new CaseFact(Id, Number, OpenedOn, InformationOn, FoundHistory.States, StateHistory.States);

    /// <summary>Moves on; false when the case stands there already.</summary>
    public bool Advance(CaseStatus to, DateOnly on)
    {
        if (Status == to)
            return false;
        (Status, Version) = (to, Ids.New());
        Remember(on);
        return true;
    }

    /// <summary>Another specialist has accepted the case.</summary>
    public void Transfer(string territory, Caller to)
    {
        (Territory, District) = (territory, Soate.District(territory));
        (ResponsibleId, BodyId, Version) = (to.SpecialistId, to.BodyId, Ids.New());
    }

    /// <exception cref="DomainException"><c>case.closed</c> or <c>case.information-entered-already</c></exception>
    public void EnterInformation(DateOnly on)
    {
        if (Status is CaseStatus.Closed)
            throw new DomainException("case.closed");
        if (Status is not CaseStatus.Opened)
            throw new DomainException("case.information-entered-already");
        (Status, InformationOn) = (CaseStatus.InformationEntered, on);
        Remember(on);
    }
}

/// <summary>A step in the history of a case.</summary>
internal sealed class CaseEvent
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public CaseStatus Status { get; init; }
    public DateTime At { get; init; }
    public Guid By { get; init; }

    public static CaseEvent Of(Case @case, Caller by, DateTime at) =>
        new()
        {
            Id = Ids.New(),
            CaseId = @case.Id,
            Status = @case.Status,
            At = at,
            By = by.SpecialistId,
        };
}
