using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.ProtectionPlans.Model;

/// <summary>What the family says to the plan.</summary>
internal enum FamilyConsent
{
    NotAsked,
    Agrees,
    Refuses,
}

internal sealed record PlanRemark(DateOnly On, Guid By, bool Approved, string Text);

/// <summary>A need and its goal in the words that were signed.</summary>
internal sealed record SignedNeed(LocalText Name, LocalText? Goal);

/// <summary>The sealed contents of a plan.</summary>
/// <param name="Circumstances">What the plan was formed from.</param>
/// <param name="NeedReasons">Why a need has no measure: need to reason.</param>
/// <param name="Signed">The needs as they were approved; null before the approval.</param>
internal sealed record PlanContents(
    HashSet<string> Circumstances,
    IReadOnlyDictionary<string, string> NeedReasons,
    FamilyConsent Family,
    string? FamilyNote,
    IReadOnlyList<PlanRemark> Remarks,
    IReadOnlyDictionary<string, SignedNeed>? Signed = null
)
{
    private const string Need = "need.";

    public IReadOnlyList<string> Needs =>
        [
            .. Circumstances
                .Where(c => c.StartsWith(Need, StringComparison.Ordinal))
                .Select(c => c[Need.Length..])
                .Order(StringComparer.Ordinal),
        ];

    public bool HighRisk => Circumstances.Contains("risk.high") || Circumstances.Contains("risk.critical");
}

/// <summary>A version of a child's individual protection plan [3, 10].</summary>
internal sealed class Plan : IVersioned, ITerritorial, ICaseRow, IRemembers, ISealedRow, IAttested
{
    public const string Purpose = "plan";

    private Plan() { }

    public Guid Id { get; private init; }

    [Attested]
    public Guid CaseId { get; private init; }

    [Attested]
    public Guid ChildId { get; private init; }
    public Guid AssessmentId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";

    [Attested]
    public int PlanVersion { get; private init; }
    public int RulesVersion { get; private init; }

    [Attested]
    public PlanStatus Status { get; private set; }

    /// <summary>Where an ended plan stood: there it goes on when the case is reopened.</summary>
    [Attested]
    public PlanStatus? EndedFrom { get; private set; }

    [Attested]
    public DateOnly FormedOn { get; private init; }

    [Attested]
    public Guid FormedBy { get; private init; }

    [Attested]
    public DateOnly? SubmittedOn { get; private set; }

    [Attested]
    public Guid? SubmittedBy { get; private set; }

    [Attested]
    public DateOnly? DecidedOn { get; private set; }

    [Attested]
    public Guid? DecidedBy { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public List<Measure> Measures { get; private init; } = [];
    public History<PlanState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public static Plan Form(CaseRef about, Guid assessmentId, int version, int rules, DateOnly on, Guid by) =>
        new()
        {
            Id = Ids.New(),
            CaseId = about.CaseId,
            ChildId = about.ChildId,
            AssessmentId = assessmentId,
            Number = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            PlanVersion = version,
            RulesVersion = rules,
            FormedOn = on,
            FormedBy = by,
            Version = Ids.New(),
        };

    public PlanContents Open(Seal seal) => seal.Open<PlanContents>(this, Purpose, SealedContents);

    public void Write(PlanContents contents, Seal seal) => SealedContents = seal.Close(this, Purpose, contents);

    /// <exception cref="DomainException"><c>plan.not-draft</c></exception>
    public void RequireDraft()
    {
        if (Status is not PlanStatus.Draft)
            throw new DomainException("plan.not-draft");
    }

    /// <exception cref="DomainException">404</exception>
    public Measure MeasureOf(Guid id) => Measures.FirstOrDefault(m => m.Id == id) ?? throw DomainException.NotFound();

    public void Submit(DateOnly on, Guid by) => (Status, SubmittedOn, SubmittedBy) = (PlanStatus.Submitted, on, by);

    /// <summary>Who formed it and who sent it for approval: somebody else approves.</summary>
    public IReadOnlyCollection<Guid> AskedBy => SubmittedBy is { } by ? [FormedBy, by] : [FormedBy];

    public void Decide(bool approved, DateOnly on, Guid by) =>
        (Status, DecidedOn, DecidedBy) = (approved ? PlanStatus.InForce : PlanStatus.Draft, on, by);

    public DateOnly? Unremembered => StateHistory.Unless(DecidedOn ?? FormedOn);

    public void Remember(DateOnly on) => StateHistory.Add(on, new(Status));

    /// <summary>Counted from its approval on, also when the case has ended meanwhile.</summary>
    public IFact? Fact() =>
        (EndedFrom ?? Status) is PlanStatus.InForce or PlanStatus.Superseded ? new PlanFact(Id, CaseId, StateHistory.States) : null;

    public void Supersede() => Status = PlanStatus.Superseded;

    /// <summary>The case ended: the plan and what was not done of it end with it.</summary>
    public void End()
    {
        if (Status is not (PlanStatus.Draft or PlanStatus.Submitted or PlanStatus.InForce))
            return;
        (EndedFrom, Status, Version) = (Status, PlanStatus.Ended, Ids.New());
        foreach (var measure in Measures)
            measure.End();
    }

    /// <summary>The case goes on, and the plan with it.</summary>
    public void Resume()
    {
        if (EndedFrom is not { } from)
            return;
        (Status, EndedFrom, Version) = (from, null, Ids.New());
        foreach (var measure in Measures)
            measure.Resume();
    }
}

/// <summary>The table of <see cref="Plan"/>.</summary>
internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> e)
    {
        e.ToTable("plans");
        e.HasMany(p => p.Measures).WithOne().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Cascade);
        e.HasIndex(p => p.ChildId);
        e.HasIndex(p => new { p.CaseId, p.PlanVersion }).IsUnique();
        e.HasIndex(p => new
        {
            p.Status,
            p.District,
            p.Id,
        });
    }
}
