using System.Data.Common;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.WorkList;

/// <summary>A running step with the sealed name of the child it is owed for.</summary>
internal sealed record WorkRow(
    Guid Id,
    string Clause,
    Step Step,
    Guid AboutId,
    string Number,
    Guid ChildId,
    string Territory,
    DateOnly StartedOn,
    DateOnly DueOn,
    Registry.Children.Model.SealedName Name,
    ChildState State,
    Severity Severity,
    Guid? Responsible
)
{
    /// <summary>Columns that <see cref="Read"/> takes, in order, of a deadline <c>d</c> and its child <c>c</c>.</summary>
    public const string Columns =
        "d.Id, d.Clause, d.Step, d.AboutId, d.Number, d.ChildId, d.Territory, d.StartedOn, d.DueOn, c.SealNo, c.SealedName, c.State, c.Severity, d.ResponsibleId";

    public static WorkRow Read(DbDataReader row) =>
        new(
            row.Id(0),
            row.GetString(1),
            row.Code<Step>(2),
            row.Id(3),
            row.GetString(4),
            row.Id(5),
            row.GetString(6),
            row.Day(7),
            row.Day(8),
            Registry.Children.Model.SealedName.Read(row, row.Id(5), 9),
            row.Code<ChildState>(11),
            (Severity)row.GetInt32(12),
            row.IsDBNull(13) ? null : row.Id(13)
        );
}
