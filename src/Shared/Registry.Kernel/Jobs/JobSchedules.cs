using System.Linq.Expressions;
using Hangfire;
using Registry.Kernel.Time;

namespace Registry.Kernel.Jobs;

/// <summary>A recurring job of a module and the cron at which it runs unless an administrator set another.</summary>
public sealed record ScheduledJob(string Key, Type Type, string Cron, Action<string> Schedule)
{
    /// <summary>Runs once a day at most: each run has a journal entry of its own.</summary>
    public bool IsNightly => Cron.Split(' ') is [_, var hour, ..] && hour.All(char.IsAsciiDigit);
}

/// <summary>Every recurring job of the Base, in Bishkek time. The modules name theirs at start; the Access module applies the administrators' settings.</summary>
public sealed class JobSchedules(IRecurringJobManager manager)
{
    private readonly Dictionary<string, ScheduledJob> _jobs = new(StringComparer.Ordinal);
    private static readonly RecurringJobOptions InBishkek = new() { TimeZone = Bishkek.Zone };

    public IReadOnlyDictionary<string, ScheduledJob> Jobs => _jobs;

    public void Add<T>(string key, Expression<Func<T, Task>> run, string cron)
        where T : class => _jobs[key] = new(key, typeof(T), cron, at => manager.AddOrUpdate(key, run, at, InBishkek));

    /// <summary>Puts a job on its schedule; a paused one waits until it is resumed or run by hand.</summary>
    public void Apply(string key, string? cron, bool paused)
    {
        var job = _jobs[key];
        job.Schedule(paused ? Cron.Never() : cron ?? job.Cron);
    }

    public void RunNow(string key) => manager.Trigger(key);
}
