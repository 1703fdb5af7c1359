using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Access.Operations;

internal sealed record ListDeadLettersRequest(DeadLetterKind Kind, string? Cursor = null, int? Size = null);

internal sealed class ListDeadLettersValidator : Validator<ListDeadLettersRequest>
{
    public ListDeadLettersValidator() => RuleFor(r => r.Kind).IsInEnum();
}

/// <param name="Key">Id of the event or notice, key of the job.</param>
/// <param name="What">Type of the event, kind of the notice, title of the job.</param>
/// <param name="At">When the event happened, the notice was written, the job first failed.</param>
/// <param name="Problem">Kind of the last error, if it is known.</param>
/// <param name="Handler">Where an event failed.</param>
internal sealed record DeadLetterRow(string Key, string What, DateTime At, int Attempts, string? Problem, string? Handler);

/// <summary>Events, mails or jobs that failed for days or again and again, the oldest first. No personal data.</summary>
internal sealed class ListDeadLettersEndpoint(AccessDbContext db, Texts texts) : ApiEndpoint<ListDeadLettersRequest, Page<DeadLetterRow>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("access/operations/dead-letters");
        Guarded(Permission.RunJobs, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListDeadLettersRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var after = Cursor.Read<Position>(request.Cursor)?.Id ?? default;
        await Send.OkAsync(
            request.Kind switch
            {
                DeadLetterKind.Event => await EventsAsync(after, size, ct),
                DeadLetterKind.Mail => await MailsAsync(after, size, ct),
                _ => await JobsAsync(ct),
            },
            ct
        );
    }

    private async Task<Page<DeadLetterRow>> EventsAsync(Guid after, int size, CancellationToken ct)
    {
        var rows = await db
            .Outbox.WithSpecification(new DeadEvents())
            .AsNoTracking()
            .Where(m => m.Id > after)
            .OrderBy(m => m.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return Cursor.Cut(
            rows,
            size,
            m => new DeadLetterRow(m.Id.ToString(), m.Type, m.At, m.Attempts, m.Problem, m.FailedHandler),
            m => new Position(m.Id)
        );
    }

    private async Task<Page<DeadLetterRow>> MailsAsync(Guid after, int size, CancellationToken ct)
    {
        var rows = await db
            .Notices.WithSpecification(new DeadMails())
            .AsNoTracking()
            .Where(n => n.Id > after)
            .OrderBy(n => n.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return Cursor.Cut(
            rows,
            size,
            n => new DeadLetterRow(n.Id.ToString(), n.Kind.Code(), n.At, n.MailAttempts, null, null),
            n => new Position(n.Id)
        );
    }

    /// <summary>Few: they come on one page.</summary>
    private async Task<Page<DeadLetterRow>> JobsAsync(CancellationToken ct)
    {
        var language = Texts.LanguageOf(HttpContext.Request);
        var rows = await db.JobSchedules.WithSpecification(new FailingJobs()).AsNoTracking().OrderBy(j => j.FailingSince).ToListAsync(ct);
        return new([.. rows.Select(RowOf)], null);

        DeadLetterRow RowOf(JobSchedule job) =>
            new(job.Key, texts.Say(language, $"job.{job.Key}"), job.FailingSince ?? default, job.Failures, job.LastProblem, null);
    }
}
