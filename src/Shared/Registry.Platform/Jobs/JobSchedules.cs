using System.Linq.Expressions;
using Hangfire;
using Hangfire.Storage;
using Registry.Basics.Time;

namespace Registry.Platform.Jobs;

/// <summary>A recurring job of a module and the cron at which it runs unless an administrator set another.</summary>
/// <param name="PausedByTwo">Without it something is lost for good: pausing takes a second person.</param>
public sealed record ScheduledJob(string Key, Type Type, string Cron, bool PausedByTwo, Action<string> Schedule)
{
    /// <summary>Runs once a day at most: each run has a journal entry of its own.</summary>
    public bool IsNightly => Cron.Split(' ') is [_, var hour, ..] && hour.All(char.IsAsciiDigit);
}

/// <summary>Every recurring job of the Base, in Bishkek time. The modules name theirs at start; the Access module applies the administrators' settings.</summary>
public sealed class JobSchedules(IRecurringJobManager manager, JobStorage storage)
{
    private readonly Dictionary<string, ScheduledJob> _jobs = new(StringComparer.Ordinal);
    private static readonly RecurringJobOptions InBishkek = new() { TimeZone = Bishkek.Zone };

    public IReadOnlyDictionary<string, ScheduledJob> Jobs => _jobs;

    public void Add<T>(string key, Expression<Func<T, Task>> run, string cron, bool pausedByTwo = false)
        where T : class => _jobs[key] = new(key, typeof(T), cron, pausedByTwo, at => manager.AddOrUpdate(key, run, at, InBishkek));

    /// <summary>The cron under which a job waits in Hangfire's storage.</summary>
    public string CronOf(string key, string? cron, bool paused) => paused ? Cron.Never() : cron ?? _jobs[key].Cron;

    /// <summary>Puts a job on its schedule; a paused one waits until it is resumed or run by hand.</summary>
    public void Apply(string key, string? cron, bool paused)
    {
        var job = _jobs[key];
        job.Schedule(CronOf(key, cron, paused));
    }

    /// <summary>The jobs that Hangfire's storage does not hold, or holds under another time: removed or changed bypassing the Base.</summary>
    /// <param name="settings">Of each job that an administrator set: its cron and whether it is paused.</param>
    public IReadOnlySet<string> Astray(IReadOnlyDictionary<string, (string? Cron, bool Paused)> settings)
    {
        using var connection = storage.GetConnection();
        var held = connection.GetRecurringJobs().ToDictionary(j => j.Id, StringComparer.Ordinal);
        return _jobs.Keys.Where(key => !IsHeld(key)).ToHashSet(StringComparer.Ordinal);

        bool IsHeld(string key)
        {
            var (cron, paused) = settings.GetValueOrDefault(key);
            return held.TryGetValue(key, out var job)
                && !job.Removed
                && job.Error is null
                && job.LoadException is null
                && job.Cron == CronOf(key, cron, paused)
                && job.TimeZoneId == Bishkek.Zone.Id;
        }
    }

    public void RunNow(string key) => manager.Trigger(key);
}
