using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Jobs;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Access.Model;

/// <summary>An administrator's setting of a job and how it ran last; survives restarts and upgrades.</summary>
[NoSubject("schedules")]
internal sealed class JobSchedule : ISealedRow, IMarked
{
    /// <summary>This many failures in a row are more than a passing trouble.</summary>
    public const int KeepsFailing = 3;
    public const int ReasonMaxLength = 500;
    private const string PausePurpose = "job.pause";

    public required string Key { get; init; }
    Guid ISealedRow.Id => SealedAt.RowOf(Key);

    /// <summary>Null: the module's own.</summary>
    [Attested]
    public string? Cron { get; set; }

    [Attested]
    public bool Paused { get; set; }
    public DateTime? LastStartedAt { get; set; }
    public double? LastSeconds { get; set; }

    /// <summary>Kind of the error of the last run; null when it went well.</summary>
    public string? LastProblem { get; private set; }

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }
    public DateTime? FailingSince { get; private set; }

    /// <summary>When a nightly job that failed runs again; the others come again by themselves.</summary>
    public DateTime? RetryAt { get; private set; }

    /// <summary>Who requested to pause a job that is paused by two; null when no one did.</summary>
    [Attested]
    public Guid? PauseAskedBy { get; private set; }

    [Attested]
    public DateTime? PauseAskedAt { get; private set; }

    /// <summary>Why, sealed under the Base's own key.</summary>
    [SealedAs(PausePurpose)]
    public byte[]? SealedPauseReason { get; private set; }
    public byte[] Mac { get; set; } = [];
    public int MacNo { get; set; }
    public int SealNo { get; set; }

    /// <exception cref="DomainException"><c>confirmation.requested-already</c></exception>
    public void AskPause(string reason, Seal seal, Guid by, DateTime at)
    {
        if (Paused || PauseAskedBy is not null)
            throw new DomainException("confirmation.requested-already");
        (PauseAskedBy, PauseAskedAt, SealedPauseReason) = (by, at, seal.Close(this, PausePurpose, reason.Trim()));
    }

    public string? PauseReason(Seal seal) => SealedPauseReason is null ? null : seal.Open<string>(this, PausePurpose, SealedPauseReason);

    /// <summary>The request is over: decided, withdrawn, or the job goes on.</summary>
    public void ForgetAsk() => (PauseAskedBy, PauseAskedAt, SealedPauseReason) = (null, null, null);

    public void Fail(string problem, bool nightly, DateTime now)
    {
        LastProblem = problem;
        Failures++;
        FailingSince ??= now;
        RetryAt = nightly ? RetryPolicy.NextAt(Failures, now) : null;
    }

    public void Succeed()
    {
        LastProblem = null;
        Settle();
    }

    public void TakeForRetry() => RetryAt = null;

    /// <summary>Counts no failures any more, until it fails again.</summary>
    public void Settle() => (Failures, FailingSince, RetryAt) = (0, null, null);
}

/// <summary>Applies the stored settings to every job.</summary>
internal static class JobSettings
{
    public static async Task ApplyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        var schedules = services.GetRequiredService<JobSchedules>();
        var set = await db.JobSchedules.AsNoTracking().ToDictionaryAsync(j => j.Key, ct);
        foreach (var job in schedules.Jobs.Keys)
            schedules.Apply(job, set.GetValueOrDefault(job)?.Cron, set.GetValueOrDefault(job)?.Paused ?? false);
    }

    /// <summary>The jobs that Hangfire's storage does not hold as they were set.</summary>
    public static async Task<IReadOnlySet<string>> AstrayAsync(this AccessDbContext db, JobSchedules schedules, CancellationToken ct) =>
        schedules.Astray(
            await db.JobSchedules.AsNoTracking().ToDictionaryAsync(j => j.Key, j => new ValueTuple<string?, bool>(j.Cron, j.Paused), ct)
        );

    public static async Task<JobSchedule> OfAsync(this AccessDbContext db, string key, CancellationToken ct)
    {
        var job = await db.JobSchedules.SingleOrDefaultAsync(j => j.Key == key, ct);
        if (job is null)
            db.JobSchedules.Add(job = new JobSchedule { Key = key });
        return job;
    }
}

/// <summary>The table of <see cref="JobSchedule"/>.</summary>
internal sealed class JobScheduleConfiguration : IEntityTypeConfiguration<JobSchedule>
{
    public void Configure(EntityTypeBuilder<JobSchedule> e)
    {
        e.ToTable("job_schedules");
        e.HasKey(j => j.Key);
        e.Property(j => j.Key).HasMaxLength(100).IsUnicode(false);
        e.Property(j => j.Cron).HasMaxLength(60).IsUnicode(false);
    }
}
