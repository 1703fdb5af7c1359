using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

internal enum ChildState
{
    /// <summary>Named in a signal that has not been processed yet.</summary>
    Reported,

    /// <summary>In the Base, with a card.</summary>
    Registered,

    /// <summary>The signal was unfounded.</summary>
    Unfounded,

    /// <summary>The card was opened by mistake.</summary>
    Voided,

    /// <summary>One of two cards of the same child: the other one continues, and this one leads to it.</summary>
    Merged,
}

/// <summary>A child as other tables know it: dates, codes and territory, with the name sealed alongside [17].</summary>
internal sealed class Child : IVersioned, ITerritorial, IRemembers, ISubjectRow, IAttested, IVeiled
{
    public const string NamePurpose = "child.name";
    public const string BirthPurpose = "child.birth";
    private const string CountedPurpose = "child.counted";

    private Child() { }

    public Guid Id { get; private init; }

    [SealedAs(NamePurpose)]
    public byte[] SealedName { get; private set; } = [];
    public int SealNo { get; set; }

    /// <summary>Other names and numbers it is found by: <see cref="OtherNames"/>.</summary>
    [SealedAs(OtherNames.Purpose)]
    public byte[]? SealedOtherNames { get; private set; }
    public Sex? Sex { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>The only part of the birth date SQL can query: nightly jobs use it to find records due for purge [25.2].</summary>
    [Attested]
    public int? BirthYear { get; private set; }

    /// <summary><see cref="BirthDate"/> and <see cref="PurgeBirthDate"/>.</summary>
    [Attested]
    public byte[] VeiledBirth { get; private set; } = [];

    /// <summary><see cref="Causes"/>, <see cref="Statuses"/> and <see cref="StateHistory"/>.</summary>
    public byte[] VeiledCounted { get; private set; } = [];
    public ChildState State { get; private set; }
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    /// <summary>The child whose card continues instead.</summary>
    [Attested]
    public Guid? MergedInto { get; private set; }

    // statistical codes of the card [22.2, 22.3]; causes and statuses under the veil
    public bool? HasDisability { get; private set; }
    public bool ParentsAbroad { get; private set; }
    public string Causes { get; private set; } = "";
    public string Statuses { get; private set; } = "";
    public int Completeness { get; private set; }
    public DateOnly? ChangedOn { get; private set; }
    public History<CardState> StateHistory { get; private set; } = new();

    /// <summary>The birth date is a guess: it never triggers a purge by itself [25.2].</summary>
    [Attested]
    public bool BirthDateEstimated { get; private set; }

    /// <summary>It contradicts another value, or came from another system and is impossible: it never triggers a purge either.</summary>
    [Attested]
    public bool BirthDateInDoubt { get; private set; }

    /// <summary>Blind index of the personal number, 0 if there is none; null for a card not indexed since the column was added.</summary>
    public long? PinToken { get; private set; }

    /// <summary>The number is not unique to this card: it is being clarified, or the card is sealed and another one has the number.</summary>
    public bool PinShared { get; private set; }

    /// <summary>Derived from the child's signals and case (<see cref="FollowSeverity"/>).</summary>
    public Severity Severity { get; private set; }

    /// <summary>The day on which the child came into the Base.</summary>
    public DateOnly EnteredOn { get; private init; }

    // the announcement of the purge [25.2], with the birth date it was made for
    [Attested]
    public DateOnly? PurgeAnnouncedOn { get; private set; }

    [Attested]
    public DateOnly? PurgeOn { get; private set; }

    public DateOnly? PurgeBirthDate { get; private set; }

    /// <summary>The purge was due and did not run: it needs a decision.</summary>
    [Attested]
    public DateOnly? PurgeHeldOn { get; private set; }

    /// <summary>The birth date, if it is known, not a guess and not in doubt.</summary>
    public DateOnly? SureBirthDate => BirthDateEstimated || BirthDateInDoubt ? null : BirthDate;
    public Guid Version { get; set; }
    public byte[] Mac { get; set; } = [];

    // plain columns of a row from before the veil; emptied on its next save
    [Attested("BirthDate")]
    internal DateOnly? PlainBirthDate { get; private set; }

    [Attested("PurgeBirthDate")]
    internal DateOnly? PlainPurgeBirthDate { get; private set; }
    internal string PlainCauses { get; private set; } = "";
    internal string PlainStatuses { get; private set; } = "";
    internal string PlainHistory { get; private set; } = "";

    public void Open(Veil veil)
    {
        (BirthDate, PurgeBirthDate) =
            veil.Open(Id, BirthPurpose, VeiledBirth, new Birth(PlainBirthDate, PlainPurgeBirthDate)) ?? new(null, null);
        var plain = new Counted(PlainCauses, PlainStatuses, History<CardState>.Of(PlainHistory).States);
        var counted = veil.Open(Id, CountedPurpose, VeiledCounted, plain) ?? new("", "", []);
        (Causes, Statuses, StateHistory) = (counted.Causes, counted.Statuses, History<CardState>.Of(counted.States));
    }

    public void Close(Veil veil)
    {
        VeiledBirth = veil.Close(Id, BirthPurpose, VeiledBirth, new Birth(BirthDate, PurgeBirthDate));
        VeiledCounted = veil.Close(Id, CountedPurpose, VeiledCounted, new Counted(Causes, Statuses, StateHistory.States));
        (BirthYear, PlainBirthDate, PlainPurgeBirthDate) = (BirthDate?.Year, null, null);
        (PlainCauses, PlainStatuses, PlainHistory) = ("", "", "");
    }

    internal sealed record Birth(DateOnly? Date, DateOnly? OfPurge);

    private sealed record Counted(string Causes, string Statuses, IReadOnlyList<Since<CardState>> States);

    public static Child Report(Signal signal, FirstKnown known, Seal seal) =>
        new()
        {
            Id = signal.ChildId,
            SealedName = seal.Close(new SealedAt(signal.ChildId), NamePurpose, known.ShortName),
            Sex = known.Sex,
            BirthDate = known.BirthDate,
            BirthDateInDoubt = known.BirthDateInDoubt == true,
            EnteredOn = Bishkek.DayOf(signal.RegisteredAt),
            Territory = signal.Territory,
            District = signal.District,
            Severity = FollowSeverity.Of(signal.Urgency),
            Version = Ids.New(),
        };

    /// <summary>The signal's data about a child without a card were corrected.</summary>
    public void Correct(FirstKnown known, Signal signal, Seal seal)
    {
        Name(known.ShortName, seal);
        (Sex, BirthDate) = (known.Sex, known.BirthDate);
        (Territory, District) = (signal.Territory, signal.District);
    }

    /// <returns>True if the birth date or its certainty has changed.</returns>
    public bool Register(Identity identity, Seal seal)
    {
        State = ChildState.Registered;
        return Rename(identity, seal);
    }

    /// <returns>True if the birth date or its certainty has changed.</returns>
    public bool Rename(Identity identity, Seal seal)
    {
        var before = (BirthDate, BirthDateEstimated, BirthDateInDoubt);
        Name(identity.FullName, seal);
        (Sex, BirthDate, BirthDateEstimated, BirthDateInDoubt) = (
            identity.Sex,
            identity.BirthDate,
            identity.BirthDateEstimated,
            identity.BirthDateInDoubt
        );
        if (before == (BirthDate, BirthDateEstimated, BirthDateInDoubt))
            return false;
        Version = Ids.New();
        return true;
    }

    /// <param name="due">The earliest day of the purge; a late announcement postpones it.</param>
    public void AnnouncePurge(DateOnly due, DateOnly today)
    {
        var earliest = today.AddDays(KeptUntil.AnnouncedDays);
        (PurgeAnnouncedOn, PurgeOn, PurgeBirthDate) = (today, due > earliest ? due : earliest, SureBirthDate);
    }

    public void WithdrawPurge() => (PurgeAnnouncedOn, PurgeOn, PurgeBirthDate) = (null, null, null);

    public void HoldPurge(DateOnly today) => PurgeHeldOn ??= today;

    public void ReleasePurge() => PurgeHeldOn = null;

    /// <summary>The announcement is about the current birth date.</summary>
    public bool PurgeStands => PurgeAnnouncedOn is not null && PurgeBirthDate == SureBirthDate;

    /// <summary>The announcement is 90 days old and its day has come.</summary>
    public bool PurgeIsDue(DateOnly today) =>
        PurgeStands && PurgeAnnouncedOn <= today.AddDays(-KeptUntil.AnnouncedDays) && PurgeOn <= today;

    public DateOnly? Unremembered => StateHistory.Unless(State is ChildState.Registered ? EnteredOn : null);

    public void Remember(DateOnly on)
    {
        if (State is ChildState.Registered)
            StateHistory.Add(on, new(Sex, BirthDate, HasDisability, ParentsAbroad, Causes, Statuses, Completeness, ChangedOn));
    }

    /// <summary>What other modules count of the child; for a card opened by mistake, nothing, which retracts earlier facts.</summary>
    public IFact? Fact() =>
        State switch
        {
            ChildState.Registered => new ChildFact(Id, StateHistory.States),
            ChildState.Voided => new ChildFact(Id, []),
            _ => null,
        };

    public void Count(Disability section) => HasDisability = section.Has;

    public void Count(Relatives section) =>
        ParentsAbroad =
            section.Mother is ParentState.AbroadForWork
            || section.Father is ParentState.AbroadForWork
            || section.List?.Any(r => r.AbroadForWork && r.Relation is "mother" or "father") == true;

    public void Count(LegalStatus section) =>
        (Causes, Statuses) = (string.Join(',', section.Causes ?? []), string.Join(',', section.Statuses ?? []));

    /// <summary>The card was changed: its current completeness, and since when [14.2].</summary>
    public void Count(int completeness, DateOnly on) => (Completeness, ChangedOn) = (completeness, on);

    public void Move(string territory) => (Territory, District) = (territory, Soate.District(territory));

    public void Stake(Severity severity) => Severity = severity;

    public void Dismiss() => State = ChildState.Unfounded;

    /// <summary>Former names and numbers no longer lead to the child: an adopted child is known only by its new name.</summary>
    public bool HidesFormerNames => Statuses.Split(',').Contains("adopted", StringComparer.Ordinal);

    public OtherNames OtherNamesBy(Seal seal) =>
        SealedOtherNames is { } sealedNames ? seal.Open<OtherNames>(this, OtherNames.Purpose, sealedNames) : OtherNames.None;

    /// <summary>Everything that may lead to the child now.</summary>
    public OtherNames FoundBy(Seal seal) => HidesFormerNames ? OtherNamesBy(seal) with { Former = [], Pins = [] } : OtherNamesBy(seal);

    public void CallToo(OtherNames others, Seal seal)
    {
        if (others.IsEmpty)
        {
            SealedOtherNames = null;
            return;
        }
        SealedOtherNames = seal.Close(this, OtherNames.Purpose, others);
        SealedName = seal.Beside(this, NamePurpose, SealedName);
    }

    private void Name(string name, Seal seal)
    {
        SealedName = seal.Close(this, NamePurpose, name);
        SealedOtherNames = seal.Beside(this, OtherNames.Purpose, SealedOtherNames);
    }

    public void Hold(long pinToken, bool shared) => (PinToken, PinShared) = (pinToken, shared);

    public void ShareNumber() => PinShared = true;

    /// <summary>The card was opened by mistake; its number still leads to it.</summary>
    public void Void() => State = ChildState.Voided;

    public void MergeInto(Guid survivor) =>
        (State, MergedInto, PinToken, PinShared, Version) = (ChildState.Merged, survivor, 0, false, Ids.New());

    /// <summary>It turned out to be another child.</summary>
    public void ComeBack() => (State, MergedInto, Version) = (ChildState.Registered, null, Ids.New());

    /// <summary>The signal turned out not to be unfounded.</summary>
    public void ReportAgain() => State = ChildState.Reported;

    /// <summary>Shown in a list for a name that cannot be opened.</summary>
    public const string UnreadableName = "\u26A0";

    /// <inheritdoc cref="Registry.Children.Model.SealedName.Shown"/>
    public string NameShown(Seal seal) => seal.OpenOr(SealedAt.Of(this), NamePurpose, SealedName, UnreadableName);

    public string NameBy(Seal seal) => seal.Open<string>(this, NamePurpose, SealedName);
}

/// <summary>The table of <see cref="Child"/>.</summary>
internal sealed class ChildConfiguration(bool isSqlite) : IEntityTypeConfiguration<Child>
{
    public void Configure(EntityTypeBuilder<Child> e)
    {
        e.ToTable("children");
        e.Ignore(c => c.BirthDate).Ignore(c => c.PurgeBirthDate).Ignore(c => c.SureBirthDate);
        e.Ignore(c => c.Causes).Ignore(c => c.Statuses).Ignore(c => c.StateHistory);
        e.Property(c => c.PlainBirthDate).HasColumnName(nameof(Child.BirthDate));
        e.Property(c => c.PlainPurgeBirthDate).HasColumnName(nameof(Child.PurgeBirthDate));
        e.Property(c => c.PlainCauses).HasColumnName(nameof(Child.Causes)).HasMaxLength(1000).IsUnicode(false);
        e.Property(c => c.PlainStatuses).HasColumnName(nameof(Child.Statuses)).HasMaxLength(1000).IsUnicode(false);
        e.Property(c => c.PlainHistory).HasColumnName(nameof(Child.StateHistory)).IsUnicode(false);
        // covers what a search shows: neighbours of one district share a page, and the rows themselves are not read. SQLite has no INCLUDE
        if (isSqlite)
            e.HasIndex(c => new
                {
                    c.District,
                    c.Id,
                    c.State,
                    c.Territory,
                    c.Sex,
                    c.VeiledBirth,
                    c.SealNo,
                    c.SealedName,
                })
                .HasDatabaseName(ChildFinder.Index);
        else
            e.HasIndex(c => new { c.District, c.Id })
                .IncludeProperties(c => new
                {
                    c.State,
                    c.Territory,
                    c.Sex,
                    c.VeiledBirth,
                    c.SealNo,
                    c.SealedName,
                });
        e.HasIndex(c => c.BirthYear);
        // the few that a work list shows before all others
        e.HasIndex(c => c.District, ChildrenDbContext.InDanger).HasFilter($"Severity = {(int)Severity.Danger}");
        // one number, one card in the republic; a sealed record is hidden from everyone, including this index
        e.HasIndex(c => c.PinToken, "IX_one_pin")
            .IsUnique()
            .HasFilter(
                $"PinToken <> 0 AND PinShared = 0 AND {CodeSql.Is("State", ChildState.Registered)} AND District <> '{Soate.SealedDistrict}'"
            );
        e.HasIndex(c => c.PurgeOn);
        e.HasIndex(c => c.PurgeHeldOn);
        e.HasIndex(c => c.MergedInto);
    }
}
