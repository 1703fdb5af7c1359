using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

[Rank]
internal enum Urgency
{
    Ordinary,
    Urgent,

    /// <summary>Danger to life or health: help comes first, the form later.</summary>
    Immediate,
}

/// <summary>A report about a child at risk, or a specialist's own finding [13b.1].</summary>
internal sealed class Signal : IVersioned, ITerritorial, ICaseRow, IRemembers, ISealedRow
{
    public const int TextMaxLength = 8_000;
    public const string ContentsPurpose = "signal.contents";

    private Signal() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";
    public Guid ChildId { get; private set; }
    public SignalSource Source { get; private set; }
    public string Channel { get; private set; } = "";
    public Urgency Urgency { get; private init; }
    public DateOnly FoundOn { get; private set; }

    /// <summary>Another system sent an impossible or unusual day found; whoever opens the card settles it.</summary>
    public bool FoundOnInDoubt { get; private set; }

    /// <summary>The day the report was received; the finding's own day for a child found by the specialist.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Where it is worked on: a transfer of the child's case moves it too.</summary>
    public string Territory { get; private set; } = "";
    public string District { get; private set; } = "";

    /// <summary>Where the child was found [22.4]: a transfer does not change it.</summary>
    public string FoundTerritory { get; private set; } = "";

    /// <summary>The body that must forward the signal or find a holder; null if the territory has one [19.2].</summary>
    public Guid? ActorBodyId { get; private set; }

    /// <summary>Shared by the signals of one report about several children.</summary>
    public Guid? ReportId { get; private init; }

    [SealedAs(ContentsPurpose)]
    public byte[] SealedContents { get; private set; } = [];
    public int SealNo { get; set; }
    public SignalStatus Status { get; private set; }
    public string? UnfoundedReason { get; private set; }
    public Guid RegisteredBy { get; private init; }
    public DateTime RegisteredAt { get; private init; }
    public DateOnly? ProcessedOn { get; private set; }
    public History<SignalFound> FoundHistory { get; private init; } = new();
    public History<SignalState> StateHistory { get; private init; } = new();
    public Guid Version { get; set; }

    public DateOnly? Unremembered => StateHistory.Unless(Bishkek.DayOf(RegisteredAt));

    public void Remember(DateOnly on)
    {
        FoundHistory.Add(on, new(FoundOn, FoundTerritory));
        StateHistory.Add(on, new(Status, ChildId));
    }

    public IFact Fact() => new SignalFact(Id, Bishkek.DayOf(RegisteredAt), Source, Channel, FoundHistory.States, StateHistory.States);

    public static Signal Register(
        SignalReport request,
        string number,
        (SignalContents Contents, Seal Seal) said,
        Caller by,
        DateTime at,
        SignalReceiver receiver,
        Guid? reportId,
        bool foundOnInDoubt = false
    ) =>
        new()
        {
            Id = Ids.New(out var id),
            Number = number,
            ChildId = said.Seal.Subject,
            Source = request.Source,
            Channel = request.Channel,
            Urgency = request.Urgency,
            FoundOn = request.FoundOn,
            FoundOnInDoubt = foundOnInDoubt,
            ReceivedOn = request.ReceivedOn ?? request.FoundOn,
            Territory = request.Territory,
            District = Soate.District(request.Territory),
            FoundTerritory = request.Territory,
            ActorBodyId = receiver.BodyId,
            ReportId = reportId,
            SealedContents = said.Seal.Close(new SealedAt(id), ContentsPurpose, said.Contents),
            RegisteredBy = by.SpecialistId,
            RegisteredAt = at,
            Version = Ids.New(),
        };

    /// <summary>The specialist states the day the child was found when another system's date was in doubt.</summary>
    public void SettleFoundOn(DateOnly day) => (FoundOn, FoundOnInDoubt) = (day, false);

    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void OpenCard(DateOnly on) => Process(SignalStatus.CardOpened, on);

    /// <summary>The signal is about a known child: its contents are resealed under that child's key, and it is worked on where the case lies.</summary>
    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void LinkTo(Registry.Children.Model.Case @case, SignalContents contents, Seal seal, DateOnly on)
    {
        Process(SignalStatus.Linked, on);
        ChildId = @case.ChildId;
        Write(contents, seal);
        (Territory, District) = (@case.Territory, @case.District);
    }

    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void CloseUnfounded(string reason, SignalContents contents, Seal seal, DateOnly on)
    {
        Process(SignalStatus.Unfounded, on);
        UnfoundedReason = reason;
        Write(contents, seal);
    }

    /// <summary>Corrects errors in the signal.</summary>
    /// <param name="follows">It moves to the territory where the child was found, as now known.</param>
    public void Correct(SignalAmendment right, bool follows, SignalContents contents, Seal seal)
    {
        (Source, Channel, FoundOn) = (right.Source, right.Channel, right.FoundOn);
        (ReceivedOn, FoundTerritory) = (right.CountsFrom(), right.Territory);
        Write(contents, seal);
        if (follows)
            Lie(right.Territory, actor: null);
    }

    /// <summary>It was not unfounded after all.</summary>
    /// <exception cref="DomainException"><c>signal.not-unfounded</c></exception>
    public void Reopen(SignalCorrection correction, Seal seal)
    {
        if (Status is not SignalStatus.Unfounded)
            throw new DomainException("signal.not-unfounded");
        (Status, ProcessedOn, UnfoundedReason) = (SignalStatus.New, null, null);
        Write(Open(seal).With(correction), seal);
    }

    /// <summary>It was linked to the wrong child: it names a child of its own again and waits to be processed.</summary>
    public void Leave(SignalContents contents, Seal own)
    {
        (Status, ProcessedOn, ChildId) = (SignalStatus.New, null, own.Subject);
        Write(contents, own);
    }

    /// <summary>The data of a child it was once linked to were purged: it no longer says which child that was.</summary>
    public void Forget(Guid child)
    {
        var nobody = Ids.Random();
        StateHistory.Rewrite(s => s.ChildId == child ? s with { ChildId = nobody } : s);
    }

    public SignalContents Open(Seal seal) => seal.Open<SignalContents>(this, ContentsPurpose, SealedContents);

    public void Write(SignalContents contents, Seal seal) => SealedContents = seal.Close(this, ContentsPurpose, contents);

    /// <summary>From now on another territory processes the signal.</summary>
    /// <exception cref="DomainException"><c>signal.not-open</c></exception>
    public void Forward(string territory, SignalReceiver receiver)
    {
        if (Status is not SignalStatus.New)
            throw new DomainException("signal.not-open");
        Lie(territory, receiver.BodyId);
    }

    private void Lie(string territory, Guid? actor) => (Territory, District, ActorBodyId) = (territory, Soate.District(territory), actor);

    /// <summary>Who must act now that access has changed; null for the territory's holders.</summary>
    public void ActedOnBy(Guid? body) => (ActorBodyId, Version) = (body, Ids.New());

    private void Process(SignalStatus status, DateOnly on)
    {
        if (Status is not SignalStatus.New)
            throw new DomainException("signal.not-open");
        (Status, ProcessedOn, ActorBodyId) = (status, on, null);
    }
}

/// <summary>The signal's statement; sealed under the child's key.</summary>
/// <param name="SentFoundOn">An impossible day found sent by another system: the day of receipt is used until someone settles it.</param>
internal sealed record SignalContents(
    string Account,
    string? Address,
    double? Latitude,
    double? Longitude,
    Reporter Reporter,
    FirstKnown Child,
    string? UnfoundedNote = null,
    IReadOnlyList<SignalCorrection>? Corrections = null,
    NoAssessment? NoAssessment = null,
    string? LateBecause = null,
    DateOnly? SentFoundOn = null,
    IReadOnlyList<Relative>? Relatives = null,
    IReadOnlyList<Forwarding>? Forwarded = null,
    DayFound? DayFound = null
)
{
    /// <summary>The corrected contents. The point on the map is dropped when the place changes.</summary>
    public SignalContents With(SignalAmendment right, bool samePlace) =>
        this with
        {
            Address = right.Address,
            Child = right.Child,
            Latitude = samePlace ? Latitude : null,
            Longitude = samePlace ? Longitude : null,
        };

    public SignalContents With(SignalCorrection correction) => this with { Corrections = [.. Corrections ?? [], correction] };
}

/// <summary>A correction of the signal: by whom, when, why, and the earlier contents.</summary>
/// <param name="Kind">What was corrected.</param>
internal sealed record SignalCorrection(CorrectionKind Kind, DateTime At, Guid By, string Reason, IReadOnlyList<ItemChange>? Items = null);

/// <summary>Who corrected the signal, when, why, and the earlier contents.</summary>
internal sealed record CorrectionView(CorrectionKind Kind, DateTime At, string? By, string Reason, IReadOnlyList<ItemChange> Items);

internal enum CorrectionKind
{
    /// <summary>Day, place, source or the child's names.</summary>
    Contents,

    /// <summary>It was closed as unfounded by mistake.</summary>
    Reopened,

    /// <summary>It was linked to the wrong child.</summary>
    Unlinked,

    /// <summary>The card that was opened from it was voided.</summary>
    CardVoided,
}

/// <summary>[11.3] The signal was forwarded from one territory to another.</summary>
internal sealed record Forwarding(string From, string To, DateOnly On, Guid By, string Reason);

/// <summary>[20.9] Why a further report needs no new assessment, and the territorial unit's answer.</summary>
internal sealed record NoAssessment(string Reason, bool? Consented = null, string? Remarks = null);

/// <param name="Anonymous">The reporter did not identify themselves, or wishes not to be named.</param>
internal sealed record Reporter(bool Anonymous, string? Name = null, string? Phone = null, string? Relation = null);

/// <summary>Initial data about the child; all of them may be missing.</summary>
/// <param name="Typed">The name as typed, if stored differently.</param>
/// <param name="BirthDateInDoubt">It is being clarified which of contradicting values is right: such a date never triggers a purge.</param>
/// <param name="AdultBecause">Why a person of 18 or older is registered.</param>
internal sealed record FirstKnown(
    string? Surname = null,
    string? Name = null,
    string? Patronymic = null,
    Sex? Sex = null,
    DateOnly? BirthDate = null,
    int? Age = null,
    string? Pin = null,
    string? Note = null,
    string? Typed = null,
    bool? BirthDateInDoubt = null,
    string? AdultBecause = null
)
{
    /// <summary>Display name in lists for a child not in the Base yet; empty if no name is known.</summary>
    [JsonIgnore]
    public string ShortName => Identity.NameOf(Surname, Name, Patronymic);

    /// <summary>Names in their normal form; the text as typed stays alongside them.</summary>
    public FirstKnown Normalised()
    {
        var names = NormalNames.Of(Surname, Name, Patronymic);
        return this with { Surname = names.Surname, Name = names.Name, Patronymic = names.Patronymic, Typed = names.Typed };
    }

    public Identity AsIdentity() => new(Surname, Name, Patronymic, Sex: Sex, BirthDate: BirthDate, Pin: Pin);
}

/// <summary>The table of <see cref="Signal"/>.</summary>
internal sealed class SignalConfiguration : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> e)
    {
        e.ToTable("signals");
        e.Property(s => s.Number).HasMaxLength(40);
        e.Property(s => s.Channel).HasMaxLength(40);
        e.Property(s => s.UnfoundedReason).HasMaxLength(40);
        e.Property(s => s.FoundTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
        e.HasIndex(s => s.ReportId);
        e.HasIndex(s => s.Number).IsUnique();
        e.HasIndex(s => new
        {
            s.District,
            s.Status,
            s.Id,
        });
        // those to be processed, urgent ones first
        e.HasIndex(s => new
        {
            s.District,
            s.Status,
            s.Urgency,
            s.Id,
        });
        e.HasIndex(s => s.ChildId);
    }
}
