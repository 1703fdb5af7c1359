using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.Operations;

/// <param name="Now">As the machine reports it.</param>
/// <param name="LastEntryAt">The last journal entry before the clock jumped; null while it is trusted.</param>
internal sealed record ClockView(DateTime Now, DateTime? LastEntryAt);

/// <param name="Title">What the check looks for.</param>
internal sealed record FindingRow(string Check, string Title, Guid AboutId, string? Number, DateTime FoundAt);

/// <param name="By">Login of the administrator.</param>
internal sealed record DiscardRow(DeadLetterKind Kind, string What, string Reason, string? By, DateTime At);

/// <param name="OldestEventAt">Of those that wait; null when none does.</param>
/// <param name="Findings">The oldest hundred.</param>
/// <param name="Discards">The latest fifty.</param>
internal sealed record ReadOperationsResponse(
    ClockView Clock,
    int WaitingEvents,
    DateTime? OldestEventAt,
    int DeadEvents,
    int WaitingMails,
    int DeadMails,
    int FailingJobs,
    int FindingCount,
    IReadOnlyList<FindingRow> Findings,
    IReadOnlyList<DiscardRow> Discards
);

/// <summary>How the Base runs: the clock, what waits, what failed, what the nightly checks found. No personal data.</summary>
internal sealed class ReadOperationsEndpoint(AccessDbContext db, Vault vault, ClockGuard clock, Texts texts, TimeProvider time)
    : ApiEndpoint<ReadOperationsResponse>
{
    private const int MostFindings = 100;
    private const int MostDiscards = 50;

    public override void Configure()
    {
        Get("access/operations");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var language = Texts.LanguageOf(HttpContext.Request);
        DateTime? lastEntryAt = await clock.IsTrustedAsync(ct)
            ? null
            : await db.ClockDoubts.Where(d => d.ConfirmedAt == null).MinAsync(d => (DateTime?)d.LastEntryAt, ct);
        var waiting = db.Outbox.Where(m => m.HandedOnAt == null && m.DeadAt == null);
        var findings = await db.Findings.AsNoTracking().OrderBy(f => f.FoundAt).Take(MostFindings).ToListAsync(ct);
        await Send.OkAsync(
            new(
                new(time.Utc(), lastEntryAt),
                await waiting.CountAsync(ct),
                await waiting.MinAsync(m => (DateTime?)m.At, ct),
                await db.Outbox.WithSpecification(new DeadEvents()).CountAsync(ct),
                await db.Notices.CountAsync(n => n.Mail == MailStatus.Waiting, ct),
                await db.Notices.WithSpecification(new DeadMails()).CountAsync(ct),
                await db.JobSchedules.WithSpecification(new FailingJobs()).CountAsync(ct),
                await db.Findings.CountAsync(ct),
                [.. findings.Select(f => new FindingRow(f.Check, texts.Say(language, $"check.{f.Check}"), f.AboutId, f.Number, f.FoundAt))],
                await DiscardsAsync(ct)
            ),
            ct
        );
    }

    private async Task<IReadOnlyList<DiscardRow>> DiscardsAsync(CancellationToken ct)
    {
        var rows = await (
            from d in db.Discards.AsNoTracking()
            join a in db.Accounts on d.By equals a.Id into administrators
            from account in administrators.DefaultIfEmpty()
            orderby d.At descending
            select new { Discard = d, By = (string?)account.Login }
        )
            .Take(MostDiscards)
            .ToListAsync(ct);
        var seal = await vault.OfBaseAsync(ct);
        return [.. rows.Select(r => new DiscardRow(r.Discard.Kind, r.Discard.What, r.Discard.Reason(seal), r.By, r.Discard.At))];
    }
}
