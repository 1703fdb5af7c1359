using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Platform.Time;

/// <summary>
/// Starts and meets the deadlines of the regulation inside the caller's own transaction. The calendar is read once and kept until its version changes.
/// </summary>
public sealed class StatutoryClock(CalendarCache cache, HotReads reads, PlanTerms terms, TimeProvider time)
{
    private const string VersionQuery = "SELECT COALESCE(MAX(Version), 0) FROM {platform.calendar_versions}";
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);

    public async Task<Deadline> StartAsync(
        ModuleDbContext db,
        StatutoryTerm term,
        DateOnly startedOn,
        DeadlineSubject about,
        CancellationToken ct
    )
    {
        var deadline = Deadline.Start(term, await CalendarAsync(db, ct), startedOn, about);
        db.Deadlines.Add(deadline);
        return deadline;
    }

    /// <summary>Starts the step, or starts it from a new day where it is owed already: the earlier one lapses, so that no step is owed twice.</summary>
    public async Task<Deadline> RestartAsync(
        ModuleDbContext db,
        StatutoryTerm term,
        DateOnly startedOn,
        DeadlineSubject about,
        LapseReason because,
        CancellationToken ct
    )
    {
        await LapseAsync(db, term.Step, about.AboutId, because, ct);
        return await StartAsync(db, term, startedOn, about, ct);
    }

    /// <summary>Meets every open deadline of this step; meeting twice does nothing.</summary>
    public async Task MeetAsync(ModuleDbContext db, Step step, Guid aboutId, CancellationToken ct)
    {
        foreach (var deadline in await OpenAsync(db, step, aboutId, ct))
            deadline.Meet(time.Today());
    }

    /// <summary>Lapses every open deadline of this step: it is not owed any more and was not done.</summary>
    public async Task LapseAsync(ModuleDbContext db, Step step, Guid aboutId, LapseReason because, CancellationToken ct)
    {
        foreach (var deadline in await OpenAsync(db, step, aboutId, ct))
            deadline.Lapse(because, time.Today());
    }

    /// <summary>The day from which this step counts was wrong: open or ended, it counts from the right one, and the history says so.</summary>
    public async Task RestartAsync(ModuleDbContext db, Step step, Guid aboutId, DateOnly wrong, DateOnly right, CancellationToken ct)
    {
        if (wrong == right)
            return;
        var calendar = await CalendarAsync(db, ct);
        foreach (
            var deadline in await db.Deadlines.Where(d => d.AboutId == aboutId && d.Step == step && d.StartedOn == wrong).ToListAsync(ct)
        )
            if (deadline.Restart(right, calendar, time.Utc()) is { } move)
                db.DeadlineMoves.Add(move);
    }

    /// <summary>What ended this step was a mistake: the last one of it is owed again.</summary>
    public async Task ResumeAsync(ModuleDbContext db, Step step, DeadlineSubject about, CancellationToken ct)
    {
        var last = await db
            .Deadlines.Where(d => d.AboutId == about.AboutId && d.Step == step)
            .OrderByDescending(d => d.Id)
            .FirstOrDefaultAsync(ct);
        if (last is not null && last.Resume(about, await CalendarAsync(db, ct), time.Utc()) is { } move)
            db.DeadlineMoves.Add(move);
    }

    /// <summary>This step was never owed, whether it was done or not.</summary>
    public async Task AnnulAsync(ModuleDbContext db, Step step, Guid aboutId, CancellationToken ct)
    {
        foreach (var deadline in await db.Deadlines.Where(d => d.AboutId == aboutId && d.Step == step).ToListAsync(ct))
            deadline.Annul(time.Today());
    }

    /// <summary>True while the step is owed.</summary>
    public Task<bool> OwesAsync(ModuleDbContext db, Step step, Guid aboutId, CancellationToken ct) =>
        db.Deadlines.AnyAsync(d => d.AboutId == aboutId && d.Step == step && d.IsOpen, ct);

    /// <summary>An open case that owes no step by which it goes on owes one from today: to be continued or ended [20.9].</summary>
    public async Task KeepOnwardAsync(ModuleDbContext db, DeadlineSubject @case, CancellationToken ct)
    {
        await db.Deadlines.Where(d => d.ChildId == @case.ChildId && d.IsOpen).LoadAsync(ct);
        if (!db.Deadlines.Local.Any(d => d.ChildId == @case.ChildId && d.IsOpen && StepRules.Onward.Contains(d.Step)))
            await StartAsync(db, terms.ContinueOrEnd, time.Today(), @case, ct);
    }

    /// <summary>
    /// Steps that lapsed because the child's case ended are owed again from a day on, with the same length; one that is owed already, or was done since, is left alone.
    /// </summary>
    /// <param name="number">Of the case: a card that was merged may have another one, which stays ended.</param>
    public async Task<IReadOnlyList<Deadline>> ResumeAsync(
        ModuleDbContext db,
        Guid childId,
        string number,
        Func<Step, bool> which,
        DateOnly on,
        CancellationToken ct
    )
    {
        await db.Deadlines.Where(d => d.ChildId == childId).LoadAsync(ct);
        var lapsed = db
            .Deadlines.Local.Where(d => d.ChildId == childId && d.Number == number && which(d.Step))
            .GroupBy(d => (d.AboutId, d.Step))
            .Select(same => same.MaxBy(d => d.Id)!)
            .Where(d => d.LapsedBecause is LapseReason.CaseEnded or LapseReason.Death)
            .ToList();
        var calendar = await CalendarAsync(db, ct);
        var resumed = lapsed.ConvertAll(d => d.Again(calendar, on));
        db.Deadlines.AddRange(resumed);
        return resumed;
    }

    // a deadline started or ended by this very call is not in the database yet
    private static async Task<List<Deadline>> OpenAsync(ModuleDbContext db, Step step, Guid aboutId, CancellationToken ct)
    {
        await db.Deadlines.Where(d => d.AboutId == aboutId && d.Step == step && d.IsOpen).LoadAsync(ct);
        return [.. db.Deadlines.Local.Where(d => d.AboutId == aboutId && d.Step == step && d.IsOpen)];
    }

    public async ValueTask<WorkingCalendar> CalendarAsync(ModuleDbContext db, CancellationToken ct)
    {
        var version = await db.ScalarAsync<int>(reads.Sql().Add(VersionQuery), ct);
        if (cache.Current is { } current && current.Version == version)
            return current;
        return cache.Current = await ReadAsync(db, version, ct);
    }

    /// <summary>For showing days left: a calendar that was compared with the stored version moments ago. Deadlines are never counted by it.</summary>
    public async ValueTask<WorkingCalendar> RecentCalendarAsync(CancellationToken ct)
    {
        if (cache.Current is { } current && time.GetElapsedTime(cache.ComparedAt) < Recent)
            return current;
        cache.ComparedAt = time.GetTimestamp();
        var version = (await reads.ListAsync(reads.Sql().Add(VersionQuery), row => row.GetInt32(0), ct))[0];
        if (cache.Current is { } kept && kept.Version == version)
            return kept;
        var days = await reads.ListAsync(
            reads.Sql().Add("SELECT Date, Worked FROM {platform.calendar_days}"),
            row => KeyValuePair.Create(row.Day(0), row.GetBoolean(1)),
            ct
        );
        return cache.Current = new(version, days);
    }

    private static async Task<WorkingCalendar> ReadAsync(ModuleDbContext db, int version, CancellationToken ct) =>
        new(version, (await db.CalendarDays.AsNoTracking().ToListAsync(ct)).Select(d => KeyValuePair.Create(d.Date, d.Worked)));

    /// <summary>What would move if the calendar became <paramref name="next"/>: nothing is saved.</summary>
    /// <param name="changed">The first and the last changed day: done steps whose term holds one of them are re-evaluated. Null when no day changed.</param>
    public static async Task<List<(Deadline Deadline, DateOnly To)>> PreviewAsync(
        ModuleDbContext db,
        WorkingCalendar next,
        (DateOnly From, DateOnly Until)? changed,
        CancellationToken ct
    )
    {
        var (from, until) = changed ?? (DateOnly.MaxValue, DateOnly.MinValue);
        var counted = await db
            .Deadlines.AsNoTracking()
            .Where(d => d.IsOpen || (d.MetOn != null && d.StartedOn < until && d.DueOn >= from))
            .OrderBy(d => d.DueOn)
            .ToListAsync(ct);
        return [.. counted.Select(d => (d, To: d.DueBy(next))).Where(p => p.To != p.d.DueOn)];
    }

    /// <summary>Recounts open deadlines of older calendar versions, one portion per call; 0 when none is left. Safe twice and on two hosts.</summary>
    public async Task<int> RecountAsync(ModuleDbContext db, int portion, CancellationToken ct)
    {
        var calendar = await CalendarAsync(db, ct);
        var stale = await db
            .Deadlines.Where(d => d.IsOpen && d.CalendarVersion < calendar.Version)
            .OrderBy(d => d.Id)
            .Take(portion)
            .ToListAsync(ct);
        await RecountAsync(db, stale, calendar, ct);
        return stale.Count;
    }

    /// <summary>Recounts met deadlines whose term holds one of the changed days: whether they were met in time follows. A portion a call.</summary>
    /// <returns>The last id of the portion; null when none is left.</returns>
    public async Task<Guid?> RecountMetAsync(
        ModuleDbContext db,
        (DateOnly From, DateOnly Until) changed,
        Guid after,
        int portion,
        CancellationToken ct
    )
    {
        var calendar = await CalendarAsync(db, ct);
        var touched = await db
            .Deadlines.Where(d => d.MetOn != null && d.CalendarVersion < calendar.Version && d.Id > after)
            .Where(d => d.StartedOn < changed.Until && d.DueOn >= changed.From)
            .OrderBy(d => d.Id)
            .Take(portion)
            .ToListAsync(ct);
        await RecountAsync(db, touched, calendar, ct);
        return touched.Count == 0 ? null : touched[^1].Id;
    }

    private async Task RecountAsync(ModuleDbContext db, List<Deadline> deadlines, WorkingCalendar calendar, CancellationToken ct)
    {
        foreach (var deadline in deadlines)
            if (deadline.Recount(calendar, time.Utc()) is { } move)
                db.DeadlineMoves.Add(move);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // another host recounted some of them: the caller reads what is left
        }
    }
}

/// <summary>Keeps the last calendar read; every use compares its version with the stored one, so a second host is never missed.</summary>
public sealed class CalendarCache
{
    public WorkingCalendar? Current { get; set; }

    /// <summary>Timestamp of the last comparison with the stored version.</summary>
    public long ComparedAt { get; set; }
}
