using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Kernel.Vault;
using Registry.ProtectionPlans.Plans;

namespace Registry.ProtectionPlans.Monitoring;

/// <summary>How the child fares since the last look [22.6].</summary>
internal enum VisitFinding
{
    Better,
    Same,
    Worse,

    /// <summary>Life or health is in danger now.</summary>
    Danger,
}

/// <summary>The sealed contents of a visit.</summary>
/// <param name="Findings">Domain of the assessment to what was found.</param>
internal sealed record VisitContents(string Place, string Seen, IReadOnlyDictionary<string, string> Findings, string NextStep);

/// <summary>A monitoring visit, planned or made [13b.4].</summary>
internal sealed class Visit : IVersioned, ITerritorial, IRemembers
{
    public const string Purpose = "visit";

    private Visit() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";
    public DateOnly PlannedOn { get; private init; }
    public DateOnly? MadeOn { get; private set; }
    public Guid? MadeBy { get; private set; }
    public VisitFinding? Finding { get; private set; }
    public byte[]? SealedContents { get; private set; }
    public History<VisitState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public void Remember(DateOnly on) => StateHistory.Add(on, new(PlannedOn, MadeOn, Finding?.ToString()));

    public IFact Fact() => new VisitFact(Id, CaseId, ChildId, StateHistory.States);

    public static Visit Plan(Guid caseId, Guid childId, string number, string territory, DateOnly on) =>
        new()
        {
            Id = Ids.New(),
            CaseId = caseId,
            ChildId = childId,
            Number = number,
            Territory = territory,
            District = Soate.District(territory),
            PlannedOn = on,
            Version = Ids.New(),
        };

    public static Visit Plan(Plan plan, DateOnly on) => Plan(plan.CaseId, plan.ChildId, plan.Number, plan.Territory, on);

    /// <exception cref="DomainException"><c>visit.made-already</c></exception>
    public void Record(VisitContents contents, VisitFinding finding, Seal seal, DateOnly on, Guid by)
    {
        if (MadeOn is not null)
            throw new DomainException("visit.made-already");
        (SealedContents, Finding, MadeOn, MadeBy) = (seal.Close(Purpose, contents), finding, on, by);
    }
}
