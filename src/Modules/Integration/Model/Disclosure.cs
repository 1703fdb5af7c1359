using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Integration.Model;

/// <summary>Who requests confidential information [27].</summary>
internal enum Asker
{
    /// <summary>A competent state body.</summary>
    StateBody,

    /// <summary>The subject, or their lawful representative: answered within seven calendar days, with everything [5.subject].</summary>
    Subject,
}

internal enum DisclosureStatus
{
    /// <summary>Registered; a second person has to decide.</summary>
    Requested,

    /// <summary>Granted; the exact content is fixed and waits to be handed over.</summary>
    Granted,
    Given,
    Refused,
}

/// <param name="AskedBy">Name of the body, or of the subject who makes the request.</param>
/// <param name="Ground">The legal ground.</param>
/// <param name="Document">Number and date of the request.</param>
/// <param name="Remarks">Of the decision; the reason of a refusal.</param>
/// <param name="GivenTo">Who took it.</param>
/// <param name="SubjectTold">How the subject was informed, where the law requires it.</param>
internal sealed record DisclosureContents(
    string AskedBy,
    string Ground,
    string Document,
    string Purpose,
    string? Remarks = null,
    string? GivenTo = null,
    string? SubjectTold = null
);

internal enum GivenAs
{
    Paper,
    Electronic,
    ForInspection,

    /// <summary>Another state system reads it over the integrators' API.</summary>
    System,
}

/// <summary>Confidential information about a child disclosed or refused [27]: by whom requested, on what ground, who decided, what exactly was given.</summary>
internal sealed class Disclosure : IVersioned, ITerritorial, ICaseRow, ISealedRow, IAttested
{
    public const int LongText = 2000;
    public const int ShortText = 300;

    /// <summary>Days within which a system can read what was given to it; after that a new request is needed.</summary>
    public const int ReadableDays = 30;
    private const string Purpose = "disclosure";
    public const string SnapshotPurpose = "disclosure.snapshot";

    private Disclosure() { }

    public Guid Id { get; private init; }

    [Attested]
    public string Number { get; private init; } = "";

    [Attested]
    public Guid ChildId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public string Territory { get; private init; } = "";
    public string District { get; private init; } = "";

    [Attested]
    public Asker Asker { get; private init; }

    [Attested]
    public DisclosureStatus Status { get; private set; }

    /// <summary>Requested kinds of documents, comma-separated.</summary>
    [Attested]
    public string Wanted { get; private init; } = "";

    /// <summary>Granted kinds: all requested, or a part.</summary>
    [Attested]
    public string Granted { get; private set; } = "";

    [Attested]
    public DateOnly AskedOn { get; private init; }

    [Attested]
    public Guid RegisteredBy { get; private init; }

    [Attested]
    public DateTime RegisteredAt { get; private init; }

    [Attested]
    public Guid? DecidedBy { get; private set; }

    [Attested]
    public DateTime? DecidedAt { get; private set; }

    [Attested]
    public GivenAs? GivenAs { get; private set; }

    [Attested]
    public DateOnly? GivenOn { get; private set; }

    [Attested]
    public Guid? GivenBy { get; private set; }

    /// <summary>Which system may read it, where it was given to one.</summary>
    [Attested]
    public Guid? SystemId { get; private set; }

    /// <summary>The last day on which that system may read it.</summary>
    public DateOnly? ReadableUntil => SystemId is null ? null : GivenOn?.AddDays(ReadableDays);

    /// <summary>SHA-256 of the exact content.</summary>
    [Attested]
    public byte[]? SnapshotHash { get; private set; }

    [SealedAs(Purpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    public static Disclosure Register(
        CaseRef about,
        Asker asker,
        IEnumerable<PaperKind> wanted,
        DateOnly askedOn,
        DisclosureContents contents,
        Seal seal,
        (Guid Specialist, DateTime At) by
    )
    {
        var id = Ids.New();
        return new()
        {
            Id = id,
            Number = Registry.Basics.Time.DocumentNumber.Of("D-", id, by.At),
            ChildId = about.ChildId,
            CaseNumber = about.Number,
            Territory = about.Territory,
            District = Soate.District(about.Territory),
            Asker = asker,
            Wanted = Codes.Join(wanted),
            AskedOn = askedOn,
            RegisteredBy = by.Specialist,
            RegisteredAt = by.At,
            SealedContents = seal.Close(new SealedAt(id), Purpose, contents),
            Version = Ids.New(),
        };
    }

    public DisclosureContents Open(Seal seal) => seal.Open<DisclosureContents>(this, Purpose, SealedContents);

    /// <exception cref="DomainException"><c>disclosure.decided</c></exception>
    public void RequireUndecided()
    {
        if (Status is not DisclosureStatus.Requested)
            throw new DomainException("disclosure.decided");
    }

    /// <summary>Refuses in writing: the requester gets the reasons on paper.</summary>
    /// <param name="paper">The written refusal.</param>
    /// <returns>The refusal to be stored beside it.</returns>
    public DisclosureSnapshot Refuse(string reason, byte[] paper, Seal seal, (Guid Specialist, DateTime At) by)
    {
        RequireUndecided();
        (Status, DecidedBy, DecidedAt) = (DisclosureStatus.Refused, by.Specialist, by.At);
        SnapshotHash = SHA256.HashData(paper);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Remarks = reason.Trim() });
        return new() { Id = Id, Sealed = seal.CloseFile(new SealedAt(Id), SnapshotPurpose, paper) };
    }

    /// <summary>Fixes the exact content.</summary>
    /// <returns>The snapshot to be stored beside it.</returns>
    public DisclosureSnapshot Grant(
        IReadOnlyList<PaperKind> granted,
        string? remarks,
        byte[] content,
        Seal seal,
        (Guid Specialist, DateTime At) by
    )
    {
        RequireUndecided();
        (Status, DecidedBy, DecidedAt) = (DisclosureStatus.Granted, by.Specialist, by.At);
        (Granted, SnapshotHash) = (Codes.Join(granted), SHA256.HashData(content));
        SealedContents = seal.Close(this, Purpose, Open(seal) with { Remarks = remarks?.Trim() });
        return new() { Id = Id, Sealed = seal.CloseFile(new SealedAt(Id), SnapshotPurpose, content) };
    }

    /// <exception cref="DomainException"><c>disclosure.not-granted</c></exception>
    public void Give(GivenAs form, DateOnly on, string to, string? subjectTold, Seal seal, Guid by)
    {
        if (Status is not DisclosureStatus.Granted)
            throw new DomainException("disclosure.not-granted");
        (Status, GivenAs, GivenOn, GivenBy) = (DisclosureStatus.Given, form, on, by);
        SealedContents = seal.Close(this, Purpose, Open(seal) with { GivenTo = to.Trim(), SubjectTold = subjectTold?.Trim() });
    }

    /// <summary>Lets another state system read it.</summary>
    /// <exception cref="DomainException"><c>disclosure.not-granted</c>; <c>disclosure.system-for-bodies</c>: a subject's own data go to no system.</exception>
    public void GiveToSystem(StateSystem system, DateOnly on, string? subjectTold, Seal seal, Guid by)
    {
        if (Asker is not Asker.StateBody)
            throw new DomainException("disclosure.system-for-bodies", 400, "as");
        Give(Registry.Integration.Model.GivenAs.System, on, system.Name, subjectTold, seal, by);
        SystemId = system.Id;
    }

    /// <exception cref="InvalidDataException">The stored content is not what was granted.</exception>
    public byte[] OpenSnapshot(DisclosureSnapshot snapshot, Seal seal)
    {
        var content = seal.OpenFile(SealedAt.Of(snapshot), SnapshotPurpose, snapshot.Sealed);
        return SHA256.HashData(content).AsSpan().SequenceEqual(SnapshotHash)
            ? content
            : throw new InvalidDataException("The snapshot is not what was granted.");
    }
}

/// <summary>The exact content that was granted, or the written refusal; sealed and never changed.</summary>
internal sealed class DisclosureSnapshot : ISealedRow
{
    public Guid Id { get; init; }

    [SealedAs(Disclosure.SnapshotPurpose)]
    public byte[] Sealed { get; init; } = [];
    public int SealNo { get; set; }
}

/// <summary>The table of <see cref="Disclosure"/>.</summary>
internal sealed class DisclosureConfiguration : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> e)
    {
        e.ToTable("disclosures");
        e.Property(d => d.Number).HasMaxLength(40);
        e.Property(d => d.CaseNumber).HasMaxLength(40);
        e.Property(d => d.Wanted).HasMaxLength(100).IsUnicode(false);
        e.Property(d => d.Granted).HasMaxLength(100).IsUnicode(false);
        e.HasIndex(d => d.Number).IsUnique();
        e.Ignore(d => d.ReadableUntil);
        e.HasIndex(d => new { d.ChildId, d.Id });
        e.HasIndex(d => new { d.SystemId, d.GivenOn });
        e.HasIndex(d => new
        {
            d.District,
            d.Status,
            d.RegisteredAt,
        });
    }
}

/// <summary>The table of <see cref="DisclosureSnapshot"/>.</summary>
internal sealed class DisclosureSnapshotConfiguration : IEntityTypeConfiguration<DisclosureSnapshot>
{
    public void Configure(EntityTypeBuilder<DisclosureSnapshot> e)
    {
        e.ToTable("disclosure_snapshots");
        e.HasOne<Disclosure>().WithOne().HasForeignKey<DisclosureSnapshot>(s => s.Id);
    }
}
