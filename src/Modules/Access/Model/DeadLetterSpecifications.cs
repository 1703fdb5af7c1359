using Ardalis.Specification;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>Events that failed for days. Like the other dead letters: type names, ids, times and attempts, never a person's data.</summary>
internal sealed class DeadEvents : Specification<OutboxMessage>
{
    public DeadEvents() => Query.Where(m => m.HandedOnAt == null && m.DeadAt != null);
}

internal sealed class DeadMails : Specification<Notice>
{
    public DeadMails() => Query.Where(n => n.Mail == MailStatus.GivenUp);
}

/// <summary>Jobs that failed again and again.</summary>
internal sealed class FailingJobs : Specification<JobSchedule>
{
    public FailingJobs() => Query.Where(j => j.Failures >= JobSchedule.KeepsFailing);
}
