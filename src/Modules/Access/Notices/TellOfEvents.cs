using System.Globalization;
using System.Text.Json;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Events;

namespace Registry.Access.Notices;

/// <summary>Makes news of an event; null when it is news to no one.</summary>
internal abstract class TellOf<TEvent>(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : ModuleEventHandler<TEvent, AccessDbContext>(db, time)
    where TEvent : class
{
    /// <summary>News does not wait behind other news: each is reported once, by its key.</summary>
    public sealed override bool InOrder => false;

    protected sealed override async Task ApplyAsync(TEvent @event, CancellationToken ct)
    {
        if (NewsOf(@event) is { } news)
            await book.TellAsync(ReadersOf(@event, await Recipients.ReadAsync(Db, Time.Today(), ct)), news, ct);
    }

    protected abstract News? NewsOf(TEvent e);

    protected abstract IEnumerable<Guid> ReadersOf(TEvent e, Recipients recipients);
}

/// <summary>The territorial unit is notified at once of a child in critical danger [13b.3].</summary>
internal sealed class TellOfCriticalRisk(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<AssessmentCompleted>(db, book, time)
{
    protected override News? NewsOf(AssessmentCompleted e) =>
        e.Risk is Risk.Critical ? new(NoticeKind.CriticalRisk, $"assessment:{e.AssessmentId:N}", e.Number, e.CaseId, e.ChildId) : null;

    protected override IEnumerable<Guid> ReadersOf(AssessmentCompleted e, Recipients recipients) =>
        recipients.Of(Recipient.TerritorialUnit, null, e.Territory);
}

/// <summary>A plan, an ending or a transfer waits for somebody's decision.</summary>
internal sealed class TellOfDecisions(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<DecisionAwaited>(db, book, time)
{
    protected override News NewsOf(DecisionAwaited e) =>
        new(
            e.About switch
            {
                DecisionAbout.Plan => NoticeKind.PlanSubmitted,
                DecisionAbout.Ending => NoticeKind.ClosingRequested,
                DecisionAbout.Void => NoticeKind.VoidRequested,
                DecisionAbout.NoAssessment => NoticeKind.NoAssessmentRequested,
                DecisionAbout.Merge => e.DeciderId is null ? NoticeKind.MergeRequested : NoticeKind.MergeFields,
                DecisionAbout.DayFound => NoticeKind.DayFoundAsked,
                DecisionAbout.Disclosure => NoticeKind.DisclosureRequested,
                _ => NoticeKind.TransferOffered,
            },
            $"awaited:{e.SubjectId:N}:{e.Round}",
            e.Number,
            e.About is DecisionAbout.Disclosure ? e.SubjectId : e.CaseId,
            e.ChildId,
            Matter: $"decision:{e.SubjectId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(DecisionAwaited e, Recipients recipients) =>
        recipients.Of(
            e.DeciderId is not null ? Recipient.Specialist
                : e.About is DecisionAbout.Merge or DecisionAbout.Disclosure ? Recipient.Centre
                : Recipient.TerritorialUnit,
            e.DeciderId,
            e.Territory
        );
}

/// <summary>The requester of a decision is notified of it.</summary>
internal sealed class TellOfDecided(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<DecisionTaken>(db, book, time)
{
    protected override News NewsOf(DecisionTaken e) =>
        new(
            e.About switch
            {
                DecisionAbout.Plan => NoticeKind.PlanDecided,
                DecisionAbout.Ending => NoticeKind.ClosingDecided,
                DecisionAbout.Void => NoticeKind.VoidDecided,
                DecisionAbout.NoAssessment => NoticeKind.NoAssessmentDecided,
                DecisionAbout.Merge => NoticeKind.MergeDecided,
                DecisionAbout.DayFound => NoticeKind.DayFoundDecided,
                DecisionAbout.Disclosure => NoticeKind.DisclosureDecided,
                _ => NoticeKind.TransferDecided,
            },
            $"decided:{e.SubjectId:N}:{e.Round}",
            e.Number,
            e.About is DecisionAbout.Disclosure ? e.SubjectId : e.CaseId,
            e.ChildId,
            Agreed: e.Agreed,
            Matter: $"decision:{e.SubjectId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(DecisionTaken e, Recipients recipients) => recipients.OfSpecialist(e.AskedBy);
}

/// <summary>The authorised body and those responsible are notified that data end soon [25.2].</summary>
internal sealed class TellOfPurges(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<PurgeAnnounced>(db, book, time)
{
    protected override News NewsOf(PurgeAnnounced e) =>
        new(
            NoticeKind.PurgeAnnounced,
            $"purge:{e.ChildId:N}:{e.AnnouncedOn:yyyyMMdd}:{e.On:yyyyMMdd}",
            e.Number,
            ChildId: e.ChildId,
            On: e.On,
            Matter: $"purge:{e.ChildId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(PurgeAnnounced e, Recipients recipients) =>
        [.. recipients.Of(Recipient.Centre, null, e.Territory), .. recipients.OfSpecialist(e.ResponsibleId)];
}

/// <summary>The administrators are notified of trouble once a day and kind; the operations page shows all of it.</summary>
internal sealed class TellOfTrouble(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<TroubleArose>(db, book, time)
{
    protected override News NewsOf(TroubleArose e) =>
        new(
            NoticeKind.Trouble,
            string.Create(CultureInfo.InvariantCulture, $"{Kind(e)}:{Time.Today():yyyyMMdd}"),
            Matter: $"trouble:{Kind(e)}"
        );

    private static string Kind(TroubleArose e) => e.Trouble.Code();

    protected override IEnumerable<Guid> ReadersOf(TroubleArose e, Recipients recipients) => recipients.Administrators();
}

/// <summary>Those notified that data end soon are notified that they do not.</summary>
internal sealed class TellOfWithdrawnPurges(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<PurgeWithdrawn>(db, book, time)
{
    protected override News NewsOf(PurgeWithdrawn e) =>
        new(
            NoticeKind.PurgeWithdrawn,
            $"purge-withdrawn:{e.ChildId:N}:{e.AnnouncedOn:yyyyMMdd}:{e.On:yyyyMMdd}",
            e.Number,
            ChildId: e.ChildId,
            On: e.On,
            Matter: $"purge:{e.ChildId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(PurgeWithdrawn e, Recipients recipients) =>
        [.. recipients.Of(Recipient.Centre, null, e.Territory), .. recipients.OfSpecialist(e.ResponsibleId)];
}

/// <summary>A purge that did not run by itself is the authorised body's to decide [25.2].</summary>
internal sealed class TellOfHeldPurges(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<PurgeHeld>(db, book, time)
{
    protected override News NewsOf(PurgeHeld e) =>
        new(
            NoticeKind.PurgeHeld,
            $"purge-held:{e.ChildId:N}:{e.HeldOn:yyyyMMdd}",
            e.Number,
            ChildId: e.ChildId,
            On: e.DecideBy,
            Matter: $"purge:{e.ChildId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(PurgeHeld e, Recipients recipients) =>
        recipients.Of(Recipient.Centre, null, e.Territory);
}

/// <summary>The holder is notified that another one requests the case.</summary>
internal sealed class TellOfCaseRequests(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<CaseRequested>(db, book, time)
{
    protected override News NewsOf(CaseRequested e) =>
        new(
            NoticeKind.CaseRequested,
            $"case-request:{e.RequestId:N}",
            e.Number,
            e.RequestId,
            e.ChildId,
            On: e.DueOn,
            Matter: $"case-request:{e.RequestId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(CaseRequested e, Recipients recipients) =>
        recipients.Of(Recipient.Specialist, e.ResponsibleId, e.Territory);
}

/// <summary>The requester of a case is notified of the outcome, under the number of their own signal or case.</summary>
internal sealed class TellOfCaseRequestAnswers(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<CaseRequestAnswered>(db, book, time)
{
    protected override News NewsOf(CaseRequestAnswered e) =>
        new(
            NoticeKind.CaseRequestAnswered,
            $"case-request:{e.RequestId:N}:{e.Outcome.Code()}",
            e.AtNumber,
            e.RequestId,
            Matter: $"case-request:{e.RequestId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(CaseRequestAnswered e, Recipients recipients) => recipients.OfSpecialist(e.AskedBy);
}

/// <summary>The holder is notified that the case is no longer requested.</summary>
internal sealed class TellOfWithdrawnCaseRequests(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<CaseRequestWithdrawn>(db, book, time)
{
    protected override News NewsOf(CaseRequestWithdrawn e) =>
        new(
            NoticeKind.CaseRequestWithdrawn,
            $"case-request:{e.RequestId:N}",
            e.Number,
            e.RequestId,
            e.ChildId,
            Matter: $"case-request:{e.RequestId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(CaseRequestWithdrawn e, Recipients recipients) =>
        recipients.OfSpecialist(e.ResponsibleId);
}

/// <summary>Only the named persons are notified that the number of a sealed record is on another card.</summary>
internal sealed class TellOfSealedNumbers(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<SealedNumberEntered>(db, book, time)
{
    protected override News NewsOf(SealedNumberEntered e) =>
        new(NoticeKind.SealedNumberEntered, $"sealed-number:{e.ChildId:N}:{e.On:yyyyMMdd}", ChildId: e.ChildId, On: e.On);

    protected override IEnumerable<Guid> ReadersOf(SealedNumberEntered e, Recipients recipients) => recipients.SealedReaders();
}

/// <summary>Those who watch over the use of the Base are notified at once of many look-ups of people elsewhere [15.6, 28].</summary>
internal sealed class TellOfLookUps(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<LookUpsFrequent>(db, book, time)
{
    protected override News NewsOf(LookUpsFrequent e) =>
        new(NoticeKind.LookUpsFrequent, $"look-ups:{e.AccountId:N}:{e.On:yyyyMMdd}", AboutId: e.AccountId, Count: e.Count, On: e.On);

    protected override IEnumerable<Guid> ReadersOf(LookUpsFrequent e, Recipients recipients) => recipients.Administrators();
}
