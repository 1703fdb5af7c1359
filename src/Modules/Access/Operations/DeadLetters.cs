using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Platform.Jobs;
using Registry.Platform.Model;

namespace Registry.Access.Operations;

/// <summary>Retries a dead letter, or discards it.</summary>
internal sealed class DeadLetterOffice(AccessDbContext db, JobSchedules schedules, TimeProvider time)
{
    /// <exception cref="DomainException">There is no such dead letter (any more): <c>not-found</c>.</exception>
    public async Task RetryAsync(DeadLetterKind kind, string key, CancellationToken ct)
    {
        switch (kind)
        {
            case DeadLetterKind.Event:
                (await EventAsync(key, ct)).Retry();
                break;
            case DeadLetterKind.Mail:
                (await MailAsync(key, ct)).RetryMail(time.GetUtcNow().UtcDateTime);
                break;
            default:
                schedules.RunNow((await JobAsync(key, ct)).Key);
                break;
        }
    }

    /// <returns>What was discarded: the type of the event, the kind of the notice, the key of the job.</returns>
    public async Task<string> PutAwayAsync(DeadLetterKind kind, string key, CancellationToken ct)
    {
        switch (kind)
        {
            case DeadLetterKind.Event:
                var message = await EventAsync(key, ct);
                message.PutAway(time.GetUtcNow().UtcDateTime);
                return message.Type;
            case DeadLetterKind.Mail:
                var notice = await MailAsync(key, ct);
                notice.PutMailAway();
                return notice.Kind.ToString();
            default:
                var job = await JobAsync(key, ct);
                job.Settle();
                return job.Key;
        }
    }

    private async Task<OutboxMessage> EventAsync(string key, CancellationToken ct) =>
        Guid.TryParse(key, CultureInfo.InvariantCulture, out var id)
        && await db.Outbox.WithSpecification(new DeadEvents()).SingleOrDefaultAsync(m => m.Id == id, ct) is { } message
            ? message
            : throw DomainException.NotFound();

    private async Task<Notice> MailAsync(string key, CancellationToken ct) =>
        Guid.TryParse(key, CultureInfo.InvariantCulture, out var id)
        && await db.Notices.WithSpecification(new DeadMails()).SingleOrDefaultAsync(n => n.Id == id, ct) is { } notice
            ? notice
            : throw DomainException.NotFound();

    private async Task<JobSchedule> JobAsync(string key, CancellationToken ct) =>
        await db.JobSchedules.WithSpecification(new FailingJobs()).SingleOrDefaultAsync(j => j.Key == key, ct) is { } job
        && schedules.Jobs.ContainsKey(job.Key)
            ? job
            : throw DomainException.NotFound();
}
