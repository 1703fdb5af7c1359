using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Contracts;
using Registry.Platform.Keys;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.ProtectionPlans.Model;

/// <summary>The words that were signed at the approval: no later edit of the rules or dictionaries changes them.</summary>
/// <param name="Body">Null, like <paramref name="Need"/>, while a running measure is carried over into the next draft.</param>
internal sealed record SignedWords(int RulesVersion, LocalText Text, LocalText? Ground, LocalText? Body = null, LocalText? Need = null);

/// <summary>The sealed contents of a measure.</summary>
/// <param name="Text">The measure in the specialist's own words; null where the rule's text applies.</param>
/// <param name="Because">The circumstances that the rule proposed it from.</param>
/// <param name="Signed">What was approved; null before the approval.</param>
internal sealed record MeasureContents(
    string? Text,
    IReadOnlyList<string> Because,
    string? DropReason = null,
    string? Result = null,
    string? Evidence = null,
    SignedWords? Signed = null
);

/// <summary>A measure of a plan, with who is responsible for it [16] and by when.</summary>
internal sealed class Measure : IRemembers, ISealedRow, IVeiled
{
    public const string Purpose = "measure";
    private const string ReasonPurpose = "measure.reason";

    private Measure() { }

    public Guid Id { get; private init; }
    public Guid PlanId { get; private init; }
    public Guid ChildId { get; private init; }

    // rule and need reveal the cause
    public string? Rule { get; private set; }
    public string Need { get; private set; } = "";
    public byte[] VeiledReason { get; private set; } = [];
    public int RulesVersion { get; private init; }
    public string Body { get; private set; } = "";
    public int Priority { get; private init; }
    public int WorkingDays { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public MeasureStatus Status { get; private set; }

    /// <summary>The status that an ended measure had.</summary>
    public MeasureStatus? EndedFrom { get; private set; }
    public DateOnly? StartedOn { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The obstacle, if there was one.</summary>
    public MeasureObstacle? Obstacle { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public History<MeasureState> StateHistory { get; private init; } = new();

    // plain columns of a row from before the veil
    internal string? PlainRule { get; private set; }
    internal string PlainNeed { get; private set; } = "";

    public void Open(Veil veil) =>
        (Rule, Need) = veil.Open(Id, ReasonPurpose, VeiledReason, new Reason(PlainRule, PlainNeed)) ?? new(null, "");

    public void Close(Veil veil) =>
        (VeiledReason, PlainRule, PlainNeed) = (veil.Close(Id, ReasonPurpose, VeiledReason, new Reason(Rule, Need)), null, "");

    private sealed record Reason(string? Rule, string Need);

    public bool IsRunning => Status is MeasureStatus.Planned or MeasureStatus.InProgress;

    public static Measure Of(
        Plan plan,
        string? rule,
        string need,
        string body,
        int priority,
        int workingDays,
        MeasureContents contents,
        Seal seal
    ) =>
        new()
        {
            Id = Ids.New(out var id),
            PlanId = plan.Id,
            ChildId = plan.ChildId,
            Rule = rule,
            RulesVersion = plan.RulesVersion,
            Need = need,
            Body = body,
            Priority = priority,
            WorkingDays = workingDays,
            SealedContents = seal.Close(new SealedAt(id), Purpose, contents),
        };

    /// <summary>The same measure in the plan's next version: responsibility, progress and day carry over.</summary>
    public Measure ContinueIn(Plan next, Seal seal)
    {
        var contents = Open(seal);
        // its words stay as agreed; who carries it out is agreed again
        contents = contents with
        {
            Signed = contents.Signed is { } words ? words with { Body = null, Need = null } : null,
        };
        var continued = Of(next, Rule, Need, Body, Priority, WorkingDays, contents, seal);
        (continued.ResponsibleId, continued.Status, continued.StartedOn, continued.DueOn) = (ResponsibleId, Status, StartedOn, DueOn);
        continued.Obstacle = Obstacle;
        return continued;
    }

    public MeasureContents Open(Seal seal) => seal.Open<MeasureContents>(this, Purpose, SealedContents);

    public void Assign(string body, int workingDays, Guid? responsible) =>
        (Body, WorkingDays, ResponsibleId) = (body, workingDays, responsible);

    public void Sign(SignedWords words, Seal seal) => SealedContents = seal.Close(this, Purpose, Open(seal) with { Signed = words });

    public void Drop(string reason, Seal seal)
    {
        Status = MeasureStatus.Dropped;
        SealedContents = seal.Close(this, Purpose, Open(seal) with { DropReason = reason });
    }

    public void TakeBack(Seal seal)
    {
        Status = MeasureStatus.Planned;
        SealedContents = seal.Close(this, Purpose, Open(seal) with { DropReason = null });
    }

    public void End()
    {
        if (IsRunning)
            (EndedFrom, Status) = (Status, MeasureStatus.Ended);
    }

    public void Resume()
    {
        if (EndedFrom is { } from)
            (Status, EndedFrom) = (from, null);
    }

    public DateOnly? Unremembered => StateHistory.Unless(StartedOn);

    public void Remember(DateOnly on)
    {
        if (StartedOn is not null)
            StateHistory.Add(on, new(Body, Status, DueOn, DoneOn, Obstacle));
    }

    /// <summary>Counted once its plan is approved.</summary>
    public IFact? Fact() => StartedOn is { } on ? new MeasureFact(Id, PlanId, ChildId, on, StateHistory.States) : null;

    public void Start(DateOnly on, DateOnly due) => (StartedOn, DueOn) = (on, due);

    /// <summary>The calendar changed: it is due when its step is.</summary>
    public void DueBy(DateOnly day) => DueOn = day;

    /// <exception cref="DomainException"><c>measure.not-running</c></exception>
    public void Report(MeasureStatus status, MeasureObstacle? obstacle, string result, string? evidence, DateOnly on, Seal seal)
    {
        if (!IsRunning)
            throw new DomainException("measure.not-running");
        (Status, DoneOn, Obstacle) = (status, status is MeasureStatus.InProgress ? null : on, obstacle);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Result = result, Evidence = evidence });
    }
}

/// <summary>The table of <see cref="Measure"/>.</summary>
internal sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> e)
    {
        e.ToTable("measures");
        e.Ignore(m => m.Rule).Ignore(m => m.Need);
        e.Property(m => m.PlainRule).HasColumnName(nameof(Measure.Rule)).HasMaxLength(40);
        e.Property(m => m.PlainNeed).HasColumnName(nameof(Measure.Need)).HasMaxLength(40);
        e.Property(m => m.Body).HasMaxLength(40);
        e.HasIndex(m => new { m.ResponsibleId, m.DueOn });
    }
}
