using Registry.Access.Database;
using Registry.Contracts;
using Registry.Kernel.Events;
using Registry.Kernel.Time;

namespace Registry.Access.Notices;

/// <summary>A child in critical danger is told to the territorial unit at once [13b.3].</summary>
internal sealed class TellOfCriticalRisk(AccessDbContext db, NoticeBook book, TimeProvider time)
    : ModuleEventHandler<AssessmentCompleted, AccessDbContext>(db, time)
{
    protected override async Task ApplyAsync(AssessmentCompleted e, CancellationToken ct)
    {
        if (e.Risk != "Critical")
            return;
        var recipients = await Recipients.ReadAsync(Db, Time.Today(), ct);
        var key = $"assessment:{e.AssessmentId:N}";
        await book.TellAsync(
            recipients.Of(Recipient.TerritorialUnit, null, e.Territory),
            NoticeKind.CriticalRisk,
            key,
            account => book.About(account, NoticeKind.CriticalRisk, key, e.Number, e.CaseId, e.ChildId),
            ct
        );
    }
}

/// <summary>A plan, a request to end a case or a transfer waits for somebody's decision, or was decided.</summary>
internal sealed class TellOfDecisions(AccessDbContext db, NoticeBook book, TimeProvider time)
    : ModuleEventHandler<DecisionAwaited, AccessDbContext>(db, time)
{
    protected override async Task ApplyAsync(DecisionAwaited e, CancellationToken ct)
    {
        var recipients = await Recipients.ReadAsync(Db, Time.Today(), ct);
        var kind = e.About switch
        {
            DecisionAbout.Plan => NoticeKind.PlanSubmitted,
            DecisionAbout.Ending => NoticeKind.ClosingRequested,
            _ => NoticeKind.TransferOffered,
        };
        var key = $"awaited:{e.SubjectId:N}:{e.Round}";
        var readers = e.DeciderId is { } decider
            ? recipients.Of(Recipient.Specialist, decider, e.Territory)
            : recipients.Of(Recipient.TerritorialUnit, null, e.Territory);
        await book.TellAsync(readers, kind, key, account => book.About(account, kind, key, e.Number, e.CaseId, e.ChildId), ct);
    }
}

/// <summary>Who asked for a decision hears of it.</summary>
internal sealed class TellOfDecided(AccessDbContext db, NoticeBook book, TimeProvider time)
    : ModuleEventHandler<DecisionTaken, AccessDbContext>(db, time)
{
    protected override async Task ApplyAsync(DecisionTaken e, CancellationToken ct)
    {
        var recipients = await Recipients.ReadAsync(Db, Time.Today(), ct);
        var kind = e.About switch
        {
            DecisionAbout.Plan => NoticeKind.PlanDecided,
            DecisionAbout.Ending => NoticeKind.ClosingDecided,
            _ => NoticeKind.TransferDecided,
        };
        var key = $"decided:{e.SubjectId:N}:{e.Round}";
        await book.TellAsync(
            recipients.OfSpecialist(e.AskedBy),
            kind,
            key,
            account => book.About(account, kind, key, e.Number, e.CaseId, e.ChildId, e.Agreed),
            ct
        );
    }
}
