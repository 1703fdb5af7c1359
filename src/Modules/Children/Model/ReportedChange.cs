using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>The kinds of changes listed in [20], in order.</summary>
internal enum ChangeKind
{
    /// <summary>[20.1]</summary>
    Status,

    /// <summary>[20.2]</summary>
    Relatives,

    /// <summary>[20.3] Where the child came from.</summary>
    Origin,

    /// <summary>[20.4]</summary>
    Documents,

    /// <summary>[20.5]</summary>
    Disability,

    /// <summary>[20.6]</summary>
    Payments,

    /// <summary>[20.7]</summary>
    Property,

    /// <summary>[20.8] Leaving a residential or other children's institution.</summary>
    LeftInstitution,
}

internal static class ChangeKinds
{
    /// <summary>The section of the card the change is entered into.</summary>
    public static SectionCode Section(this ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Status => SectionCode.LegalStatus,
            ChangeKind.Relatives => SectionCode.Relatives,
            ChangeKind.Origin => SectionCode.Finding,
            ChangeKind.Documents => SectionCode.Documents,
            ChangeKind.Disability => SectionCode.Disability,
            ChangeKind.Payments => SectionCode.Payments,
            ChangeKind.Property => SectionCode.Property,
            _ => SectionCode.Residence,
        };

    public static string Clause(this ChangeKind kind) => $"20.{(int)kind + 1}";
}

/// <param name="What">What changed.</param>
/// <param name="Document">The document that proves it.</param>
/// <param name="Withdrawal">Why it was registered in error.</param>
internal sealed record ChangeContents(string What, string? Document, string? Withdrawal = null);

/// <summary>A change in a registered child's conditions that a specialist has learned of; to be entered in the card within two working days [20].</summary>
internal sealed class ReportedChange : IVersioned, ITerritorial, ICaseRow, ISealedRow
{
    private const string Purpose = "change";

    private ReportedChange() { }

    public Guid Id { get; private init; }
    public Guid ChildId { get; private init; }
    public Guid CaseId { get; private init; }
    public ChangeKind Kind { get; private init; }
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";
    public DateOnly LearnedOn { get; private init; }
    public DateOnly HappenedOn { get; private init; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid ReportedBy { get; private init; }
    public DateOnly? EnteredOn { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The day the case ended before the change was entered.</summary>
    public DateOnly? EndedOn { get; private set; }
    public Guid Version { get; set; }

    public bool IsOpen => EnteredOn is null && WithdrawnOn is null && EndedOn is null;

    public static ReportedChange Report(Registry.Children.Model.Case @case, ChangeReport said, Seal seal, Guid by) =>
        new()
        {
            Id = Ids.New(out var id),
            ChildId = @case.ChildId,
            CaseId = @case.Id,
            Kind = said.Kind,
            Territory = @case.Territory,
            District = @case.District,
            LearnedOn = said.LearnedOn,
            HappenedOn = said.HappenedOn,
            SealedContents = seal.Close(new SealedAt(id), Purpose, new ChangeContents(said.What.Trim(), said.Document)),
            ReportedBy = by,
            Version = Ids.New(),
        };

    public ChangeContents Open(Seal seal) => seal.Open<ChangeContents>(this, Purpose, SealedContents);

    public void Enter(DateOnly on, Guid by) => (EnteredOn, EnteredBy, Version) = (on, by, Ids.New());

    /// <exception cref="DomainException"><c>change.not-open</c></exception>
    public void Withdraw(string reason, DateOnly on, Seal seal)
    {
        if (!IsOpen)
            throw new DomainException("change.not-open");
        WithdrawnOn = on;
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Withdrawal = reason.Trim() });
    }

    public void End(DateOnly on)
    {
        if (IsOpen)
            EndedOn = on;
    }

    /// <summary>The case resumes, and with it any change still to be entered.</summary>
    public void Resume() => EndedOn = null;
}

/// <summary>The table of <see cref="ReportedChange"/>.</summary>
internal sealed class ReportedChangeConfiguration : IEntityTypeConfiguration<ReportedChange>
{
    public void Configure(EntityTypeBuilder<ReportedChange> e)
    {
        e.ToTable("changes");
        e.HasIndex(c => new { c.ChildId, c.Id });
    }
}
