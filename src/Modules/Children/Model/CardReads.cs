using System.Data.Common;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Children.Model;

internal sealed record CardRow(SealedName Name, string Territory, Severity Severity)
{
    public Guid Id => Name.Child;
};

internal sealed record CaseRow(
    Guid Id,
    string Number,
    string Territory,
    CaseStatus Status,
    DateOnly FoundOn,
    DateOnly OpenedOn,
    DateOnly? InformationOn,
    Guid ResponsibleId,
    Guid Version
);

internal sealed record CaseEventRow(CaseStatus Status, DateTime At, Guid By);

/// <summary>The reads that open a child's page, without EF: it is the most visited page.</summary>
internal sealed class CardReads(HotReads reads)
{
    /// <summary>The child within the scope that has a card, even a voided one; otherwise null.</summary>
    public ValueTask<CardRow?> ChildAsync(Guid id, DataScope scope, CancellationToken ct) =>
        reads.FirstAsync(
            reads
                .Sql()
                .Add(
                    "SELECT c.Id, c.SealNo, c.SealedName, c.Territory, c.Severity FROM {children.children} c WHERE c.Id = {} AND c.State IN ({}, {})",
                    id,
                    ChildState.Registered,
                    ChildState.Voided
                )
                .Within("c", scope),
            row => new CardRow(SealedName.Read(row, row.Id(0), 1), row.GetString(3), (Severity)row.GetInt32(4)),
            ct
        );

    public ValueTask<List<CardSection>> SectionsAsync(Guid childId, CancellationToken ct) =>
        reads.ListAsync(
            reads.Sql().Add($"SELECT {CardSection.Columns} FROM {{children.card_sections}} WHERE ChildId = {{}}", childId),
            CardSection.Read,
            ct
        );

    public ValueTask<CaseRow?> AnyCaseAsync(Guid childId, CancellationToken ct) =>
        reads.FirstAsync(
            reads
                .Sql()
                .Add(
                    "SELECT Id, Number, Territory, Status, FoundOn, OpenedOn, InformationOn, ResponsibleId, Version FROM {children.cases} WHERE ChildId = {} ORDER BY CASE WHEN Status IN ({}, {}) THEN 2 WHEN Status = {} THEN 1 ELSE 0 END, Id DESC",
                    childId,
                    CaseStatus.Voided,
                    CaseStatus.Merged,
                    CaseStatus.Closed
                )
                .First(1),
            CaseOf,
            ct
        );

    public ValueTask<List<CaseEventRow>> EventsAsync(Guid caseId, CancellationToken ct) =>
        reads.ListAsync(
            reads.Sql().Add("SELECT Status, At, \"By\" FROM {children.case_events} WHERE CaseId = {} ORDER BY Id", caseId),
            row => new CaseEventRow(row.Code<CaseStatus>(0), DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc), row.Id(2)),
            ct
        );

    public ValueTask<List<SignalView>> SignalsAsync(Guid childId, CancellationToken ct) =>
        reads.ListAsync(
            reads
                .Sql()
                .Add("SELECT Id, Number, FoundOn, Channel, ReceivedOn FROM {children.signals} WHERE ChildId = {} ORDER BY Id", childId),
            row => new SignalView(row.Id(0), row.GetString(1), row.Day(2), row.GetString(3), row.Day(4)),
            ct
        );

    public ValueTask<List<FieldSource>> SourcesAsync(Guid childId, CancellationToken ct) =>
        reads.ListAsync(
            reads.Sql().Add($"SELECT {FieldSource.Columns} FROM {{children.field_sources}} WHERE ChildId = {{}}", childId),
            FieldSource.Read,
            ct
        );

    private static CaseRow CaseOf(DbDataReader row) =>
        new(
            row.Id(0),
            row.GetString(1),
            row.GetString(2),
            row.Code<CaseStatus>(3),
            row.Day(4),
            row.Day(5),
            row.IsDBNull(6) ? null : row.Day(6),
            row.Id(7),
            row.Id(8)
        );
}
