using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Children.WorkList;

/// <summary>How the board groups steps.</summary>
internal enum BoardBy
{
    District,
    Body,
    Specialist,
}

internal sealed record ReadBoardRequest(BoardBy By = BoardBy.District);

internal sealed class ReadBoardValidator : Validator<ReadBoardRequest>
{
    public ReadBoardValidator() => RuleFor(r => r.By).IsInEnum();
}

/// <param name="Key">District prefix, or id of the body or specialist; empty for unassigned steps.</param>
/// <param name="NameKy">Null for a district: its name is in the territories.</param>
/// <param name="Open">Steps owed: the load.</param>
/// <param name="Late">Of them overdue.</param>
/// <param name="Week">Due within seven days including today: the same week as the work list's.</param>
internal sealed record BoardRow(string Key, string? NameKy, string? NameRu, int Open, int Late, int Week, DateOnly OldestDueOn);

/// <param name="Rows">The most overdue first, at most 100.</param>
/// <param name="More">How many rows are not shown.</param>
internal sealed record ReadBoardResponse(IReadOnlyList<BoardRow> Rows, int More);

/// <summary>The supervisor's board: overdue steps and load by district, body or specialist inside the reader's scope [15.4].</summary>
internal sealed class ReadBoardEndpoint(HotReads reads, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<ReadBoardRequest, ReadBoardResponse>
{
    private const int Most = 100;

    private sealed record Cell(string District, Guid? Specialist, int Open, int Late, int Week, DateOnly Oldest);

    public override void Configure()
    {
        Get("children/board");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
        Costs(Cost.Report);
    }

    public override async Task HandleAsync(ReadBoardRequest request, CancellationToken ct)
    {
        var today = time.Today();
        var cells = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    $$"""
                    SELECT d.District, d.ResponsibleId, COUNT(*), SUM(CASE WHEN d.DueOn < {} THEN 1 ELSE 0 END),
                        SUM(CASE WHEN {{OpenSteps.InWeek}} THEN 1 ELSE 0 END), MIN(d.DueOn)
                    FROM {platform.deadlines} d WHERE
                    """,
                    today,
                    today,
                    OpenSteps.AfterWeek(today)
                )
                .Add(" ")
                .IsTrue("d.IsOpen")
                .Within("d", Caller.Scope)
                .Add(" GROUP BY d.District, d.ResponsibleId"),
            row => new Cell(
                row.GetString(0),
                row.IsDBNull(1) ? null : row.Id(1),
                row.GetInt32(2),
                row.GetInt32(3),
                row.GetInt32(4),
                row.Day(5)
            ),
            ct
        );
        var people = await specialists.WithBodiesAsync([.. cells.Select(c => c.Specialist).OfType<Guid>().Distinct()], ct);
        var rows = cells
            .GroupBy(c => KeyOf(request.By, c, people))
            .Select(g => RowOf(g.Key.Key, g.Key.NameKy, g.Key.NameRu, [.. g]))
            .OrderByDescending(r => r.Late)
            .ThenByDescending(r => r.Open)
            .ToList();
        await Send.OkAsync(new([.. rows.Take(Most)], Math.Max(0, rows.Count - Most)), ct);
    }

    private static (string Key, string? NameKy, string? NameRu) KeyOf(
        BoardBy by,
        Cell cell,
        IReadOnlyDictionary<Guid, SpecialistOfBody> people
    )
    {
        if (by is BoardBy.District)
            return (cell.District, null, null);
        if (cell.Specialist is not { } id || !people.TryGetValue(id, out var person))
            return ("", null, null);
        return by is BoardBy.Body
            ? (person.BodyId.ToString(), person.BodyKy, person.BodyRu)
            : (id.ToString(), person.FullName, person.FullName);
    }

    private static BoardRow RowOf(string key, string? ky, string? ru, List<Cell> cells) =>
        new(key, ky, ru, cells.Sum(c => c.Open), cells.Sum(c => c.Late), cells.Sum(c => c.Week), cells.Min(c => c.Oldest));
}
