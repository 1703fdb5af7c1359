using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

internal static class CaseStatuses
{
    public static bool IsClosed(this CaseStatus status) => status is CaseStatus.Closed or CaseStatus.Voided or CaseStatus.Merged;
}

/// <summary>The work with one child in one territory, under a human-readable number.</summary>
internal sealed class Case : IVersioned, ITerritorial, ICaseRow, IRemembers, IAttested
{
    private Case() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid ChildId { get; private set; }

    [Attested]
    public string Number { get; private init; } = "";
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    /// <summary>Where the child was found [22.4]: a transfer does not change it.</summary>
    public string FoundTerritory { get; private set; } = "";

    /// <summary>The territory of a case sealed after an adoption: it is still counted there but no longer belongs there.</summary>
    [Attested]
    public string? SealedFrom { get; private set; }

    [Attested]
    public CaseStatus Status { get; private set; }

    /// <summary>No further entries can be made.</summary>
    public bool IsClosed => Status.IsClosed();

    [Attested]
    public DateOnly FoundOn { get; private set; }

    [Attested]
    public DateOnly OpenedOn { get; private init; }

    [Attested]
    public DateOnly? InformationOn { get; private set; }
    public Guid ResponsibleId { get; private set; }
    public Guid BodyId { get; private set; }

    /// <summary>From the last assessment; reports since <see cref="JudgedAt"/> are not covered.</summary>
    public Severity Risk { get; private set; }
    public DateTime? JudgedAt { get; private set; }
    public History<CaseFound> FoundHistory { get; private init; } = new();
    public History<CaseState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public static Case Open(string number, Registry.Children.Model.Signal signal, DateOnly on, Caller by)
    {
        var opened = new Case
        {
            Id = Ids.New(),
            ChildId = signal.ChildId,
            Number = number,
            Territory = signal.Territory,
            District = signal.District,
            FoundTerritory = signal.FoundTerritory,
            FoundOn = signal.FoundOn,
            OpenedOn = on,
            ResponsibleId = by.SpecialistId,
            BodyId = by.BodyId,
            Version = Ids.New(),
        };
        opened.Remember(on);
        return opened;
    }

    public DateOnly? Unremembered => StateHistory.Unless(OpenedOn);

    public void Remember(DateOnly on)
    {
        var territory = SealedFrom ?? Territory;
        FoundHistory.Add(on, new(ChildId, FoundOn, FoundTerritory is "" ? territory : FoundTerritory));
        StateHistory.Add(on, new(Status, territory));
    }

    /// <summary>The case as seen by the statutory clock.</summary>
    public DeadlineSubject Subject() => new(Id, Number, ChildId, Territory, ResponsibleId);

    /// <summary>A sealed case is counted in its former territory and not named.</summary>
    public IFact Fact() =>
        new CaseFact(Id, SealedFrom is null ? Number : "", OpenedOn, InformationOn, FoundHistory.States, StateHistory.States);

    /// <summary>The signal that opened the case was corrected: it owns the day and place found.</summary>
    public void CorrectFinding(DateOnly foundOn, string foundTerritory) =>
        (FoundOn, FoundTerritory, Version) = (foundOn, foundTerritory, Ids.New());

    /// <summary>Moves on; false if the case is already at this stage.</summary>
    public bool Advance(CaseStatus to, DateOnly on)
    {
        // a late event for a case that another has replaced
        if (Status == to || Status is CaseStatus.Merged)
            return false;
        (Status, Version) = (to, Ids.New());
        Remember(on);
        return true;
    }

    /// <summary>Records the risk of an assessment; a late event of an earlier assessment changes nothing.</summary>
    public void Judge(Severity risk, DateTime at)
    {
        if (JudgedAt is null || JudgedAt < at)
            (Risk, JudgedAt) = (risk, at);
    }

    /// <summary>Reports so far need no new assessment: the last one remains valid.</summary>
    public void JudgeAsBefore(DateTime at) => JudgedAt = at;

    /// <summary>It concerns the same child as another case, which continues in its place.</summary>
    public void Merge() => (Status, Version) = (CaseStatus.Merged, Ids.New());

    /// <summary>The merge was split: the case resumes at its earlier stage.</summary>
    public void ComeBack(CaseStatus reached) => (Status, Version) = (reached, Ids.New());

    /// <summary>The same child's other case ends in this one: the earlier day found and its place apply.</summary>
    public void Absorb(Case other)
    {
        if (other.FoundOn < FoundOn)
            (FoundOn, FoundTerritory) = (other.FoundOn, other.FoundTerritory);
        InformationOn = (InformationOn, other.InformationOn) switch
        {
            ({ } own, { } its) => own < its ? own : its,
            var (own, its) => own ?? its,
        };
        Version = Ids.New();
    }

    /// <summary>The keeping district's specialist is responsible.</summary>
    public void Entrust(Guid responsible, Guid body) => (ResponsibleId, BodyId) = (responsible, body);

    /// <summary>Another specialist has accepted the case.</summary>
    public void Transfer(string territory, Caller to)
    {
        (Territory, District) = (territory, Soate.District(territory));
        (ResponsibleId, BodyId, Version) = (to.SpecialistId, to.BodyId, Ids.New());
    }

    /// <summary>Adopted: from now on only named persons of the authorised body can find it.</summary>
    public void Seal()
    {
        SealedFrom ??= Territory;
        (Territory, District, Version) = (Soate.Sealed, Soate.SealedDistrict, Ids.New());
    }

    /// <summary>The case resumes in its former territory.</summary>
    public void Unseal()
    {
        (Territory, District, Version) = (SealedFrom!, Soate.District(SealedFrom!), Ids.New());
        SealedFrom = null;
    }

    /// <summary>A case that was assessed first stays assessed; its initial information is still owed [19.2].</summary>
    /// <exception cref="DomainException"><c>case.information-entered-already</c></exception>
    public void EnterInformation(DateOnly on)
    {
        if (InformationOn is not null)
            throw new DomainException("case.information-entered-already");
        InformationOn = on;
        if (Status is CaseStatus.Opened)
            Status = CaseStatus.InformationEntered;
        Remember(on);
    }
}

/// <summary>A step in the history of a case.</summary>
[StaysWithCard("its case goes")]
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

/// <summary>The table of <see cref="Case"/>.</summary>
internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> e)
    {
        e.ToTable("cases");
        e.Property(c => c.Number).HasMaxLength(40);
        e.Property(c => c.FoundTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.Property(c => c.SealedFrom).HasMaxLength(Soate.Length).IsUnicode(false);
        e.HasIndex(c => c.Number).IsUnique();
        e.Ignore(c => c.IsClosed);
        e.HasIndex(c => new { c.ChildId, c.Number });
        e.HasIndex(c => new { c.District, c.Id });
    }
}

/// <summary>The table of <see cref="CaseEvent"/>.</summary>
internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> e)
    {
        e.ToTable("case_events");
        e.HasIndex(c => c.CaseId);
    }
}
