using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Keys;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Assessments.Model;

/// <summary>The sealed contents of an assessment.</summary>
/// <param name="Answers">Question code to answer code, text or day.</param>
/// <param name="FromCard">Codes of the questions that the card answered.</param>
internal sealed record AssessmentContents(
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<string> FromCard,
    HashSet<string> Circumstances,
    AssessmentResult? Result = null
);

/// <summary>An answered question in the words of the form that was filled in; a free-text answer is the same in all three languages.</summary>
internal sealed record SignedAnswer(string Code, LocalText Question, LocalText Answer);

internal sealed record SignedDomain(string Code, LocalText Title, IReadOnlyList<SignedAnswer> Answers);

/// <summary>The result of a completed assessment: risk with its explanation, needs, causes [11.4], the specialist's summary.</summary>
/// <param name="Signed">Every answer in the words of its form: no later edit of the form changes what was completed.</param>
internal sealed record AssessmentResult(
    RiskJudgement Risk,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Causes,
    string Summary,
    string? OtherThanProposed,
    IReadOnlyList<SignedDomain> Signed
);

/// <summary>A comprehensive assessment of a child [13b.3, 19.3], with sealed answers and result.</summary>
internal sealed class Assessment : IVersioned, ITerritorial, ICaseRow, ITells, ISealedRow, IVeiled
{
    public const string Purpose = "assessment";
    private const string CausesPurpose = "assessment.causes";

    private Assessment() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Guid ChildId { get; private init; }
    public string Number { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";
    public int FormVersion { get; private init; }
    public DateOnly StartedOn { get; private init; }
    public Guid StartedBy { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public DateTime ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public DateOnly? CompletedOn { get; private set; }
    public Guid? CompletedBy { get; private set; }
    public Risk? Risk { get; private set; }
    public Conclusion? Conclusion { get; private set; }

    /// <summary>Codes of the causes it found, divided by commas: what is counted of it [11.4, 22.3].</summary>
    public string Causes { get; private set; } = "";
    public byte[] VeiledCauses { get; private set; } = [];

    /// <summary>The plain column of a row from before the veil.</summary>
    internal string PlainCauses { get; private set; } = "";
    public Guid Version { get; set; }

    public void Open(Veil veil) => Causes = veil.Open(Id, CausesPurpose, VeiledCauses, PlainCauses) ?? "";

    public void Close(Veil veil) => (VeiledCauses, PlainCauses) = (veil.Close(Id, CausesPurpose, VeiledCauses, Causes), "");

    public bool IsCompleted => CompletedOn is not null;

    public IFact? Fact() => CompletedOn is { } on ? new AssessmentFact(Id, CaseId, on, Risk!.Value, Conclusion!.Value, Causes) : null;

    public static Assessment Start(CaseRef about, int formVersion, DateOnly on, Guid by) =>
        new()
        {
            Id = Ids.New(),
            CaseId = about.CaseId,
            ChildId = about.ChildId,
            Number = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            FormVersion = formVersion,
            StartedOn = on,
            StartedBy = by,
            Version = Ids.New(),
        };

    public AssessmentContents Open(Seal seal) => seal.Open<AssessmentContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>assessment.completed</c></exception>
    public void Write(AssessmentContents contents, Seal seal, Guid by, DateTime at)
    {
        if (IsCompleted)
            throw new DomainException("assessment.completed");
        (SealedContents, ChangedBy, ChangedAt) = (seal.Close(this, Purpose, contents), by, at);
    }

    public void Complete(Risk risk, Conclusion conclusion, IEnumerable<string> causes, DateOnly on, Guid by) =>
        (Risk, Conclusion, Causes, CompletedOn, CompletedBy) = (risk, conclusion, string.Join(',', causes.Distinct()), on, by);
}

/// <summary>The table of <see cref="Assessment"/>.</summary>
internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> e)
    {
        e.ToTable("assessments");
        e.Property(a => a.Number).HasMaxLength(40);
        e.Ignore(a => a.Causes);
        e.Property(a => a.PlainCauses).HasColumnName(nameof(Assessment.Causes));
        e.HasIndex(a => a.ChildId);
        // one draft per case: two specialists work on the same one
        e.HasIndex(a => a.CaseId, "IX_draft_of_case").IsUnique().HasFilter("CompletedOn IS NULL");
    }
}
