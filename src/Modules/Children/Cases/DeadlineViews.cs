using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel.Time;

namespace Registry.Children.Cases;

/// <summary>A deadline as people see it.</summary>
/// <param name="DaysLeft">Working days left; negative when late; null when met.</param>
internal sealed record DeadlineView(
    string Clause,
    string Step,
    int Term,
    DateOnly StartedOn,
    DateOnly DueOn,
    DateOnly? MetOn,
    bool IsOpen,
    int? DaysLeft,
    int CalendarVersion,
    IReadOnlyList<DeadlineMoveView> Moves
);

internal sealed record DeadlineMoveView(DateOnly From, DateOnly To, int CalendarVersion, DateTime At);

/// <summary>Reads deadlines with the days left and the moves that changes of the calendar made.</summary>
internal sealed class DeadlineViews(StatutoryClock clock, TimeProvider time)
{
    public async Task<IReadOnlyList<DeadlineView>> OfAsync(
        ChildrenDbContext db,
        Expression<Func<Deadline, bool>> which,
        CancellationToken ct
    )
    {
        var calendar = await clock.RecentCalendarAsync(db, ct);
        var today = time.Today();
        var deadlines = await db.Deadlines.AsNoTracking().Where(which).OrderBy(d => d.DueOn).ThenBy(d => d.Clause).ToListAsync(ct);
        var ids = deadlines.ConvertAll(d => d.Id);
        var moves = (
            await db.DeadlineMoves.AsNoTracking().Where(m => ids.Contains(m.DeadlineId)).OrderBy(m => m.At).ToListAsync(ct)
        ).ToLookup(m => m.DeadlineId);
        return
        [
            .. deadlines.Select(d => new DeadlineView(
                d.Clause,
                d.Step,
                d.Term,
                d.StartedOn,
                d.DueOn,
                d.MetOn,
                d.IsOpen,
                d.IsOpen ? calendar.DaysLeft(today, d.DueOn) : null,
                d.CalendarVersion,
                [.. moves[d.Id].Select(m => new DeadlineMoveView(m.From, m.To, m.CalendarVersion, m.At))]
            )),
        ];
    }
}
