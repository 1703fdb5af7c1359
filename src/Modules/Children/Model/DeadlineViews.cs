using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>A deadline for display.</summary>
/// <param name="DaysLeft">Working days left; negative when late; null when met or lapsed.</param>
internal sealed record DeadlineView(
    string Clause,
    Step Step,
    int Term,
    TermUnit Unit,
    DateOnly StartedOn,
    DateOnly DueOn,
    DateOnly? MetOn,
    DateOnly? LapsedOn,
    LapseReason? LapsedBecause,
    bool IsOpen,
    int? DaysLeft,
    int CalendarVersion,
    IReadOnlyList<DeadlineMoveView> Moves
);

internal sealed record DeadlineMoveView(DateOnly From, DateOnly To, int CalendarVersion, MoveReason Because, DateTime At);

/// <summary>Reads deadlines with the days left and the changes of their due days.</summary>
internal sealed class DeadlineViews(HotReads reads, StatutoryClock clock, TimeProvider time)
{
    /// <summary>Every step owed for a child.</summary>
    public Task<IReadOnlyList<DeadlineView>> OfChildAsync(Guid childId, CancellationToken ct) => OfAsync("ChildId", childId, ct);

    /// <summary>Every step owed for a signal or a case.</summary>
    public Task<IReadOnlyList<DeadlineView>> AboutAsync(Guid aboutId, CancellationToken ct) => OfAsync("AboutId", aboutId, ct);

    private async Task<IReadOnlyList<DeadlineView>> OfAsync(string column, Guid id, CancellationToken ct)
    {
        var calendar = await clock.RecentCalendarAsync(ct);
        var today = time.Today();
        var moves = await MovesAsync(column, id, ct);
        return await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    $"SELECT Id, Clause, Step, Term, Unit, StartedOn, DueOn, MetOn, LapsedOn, LapsedBecause, IsOpen, CalendarVersion FROM {{platform.deadlines}} WHERE {column} = {{}} ORDER BY DueOn, Clause",
                    id
                ),
            row => new DeadlineView(
                row.GetString(1),
                row.Code<Step>(2),
                row.GetInt32(3),
                row.Code<TermUnit>(4),
                row.Day(5),
                row.Day(6),
                row.IsDBNull(7) ? null : row.Day(7),
                row.IsDBNull(8) ? null : row.Day(8),
                row.IsDBNull(9) ? null : row.Code<LapseReason>(9),
                row.GetBoolean(10),
                row.GetBoolean(10) ? calendar.DaysLeft(today, row.Day(6)) : null,
                row.GetInt32(11),
                [.. moves[row.Id(0)]]
            ),
            ct
        );
    }

    private async Task<ILookup<Guid, DeadlineMoveView>> MovesAsync(string column, Guid id, CancellationToken ct)
    {
        var rows = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    $"SELECT m.DeadlineId, m.\"From\", m.\"To\", m.CalendarVersion, m.Because, m.At FROM {{platform.deadlines}} d JOIN {{platform.deadline_moves}} m ON m.DeadlineId = d.Id WHERE d.{column} = {{}} ORDER BY m.At",
                    id
                ),
            row =>
                (
                    Id: row.Id(0),
                    Move: new DeadlineMoveView(
                        row.Day(1),
                        row.Day(2),
                        row.GetInt32(3),
                        row.Code<MoveReason>(4),
                        DateTime.SpecifyKind(row.GetDateTime(5), DateTimeKind.Utc)
                    )
                ),
            ct
        );
        return rows.ToLookup(r => r.Id, r => r.Move);
    }
}
