using System.Data.Common;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Journal;

/// <summary>The search criteria; days are those of Bishkek, both included.</summary>
internal sealed record JournalFilter(
    IReadOnlyList<Guid>? Children = null,
    Guid? AccountId = null,
    Guid? BodyId = null,
    string? Action = null,
    bool Refused = false,
    DateOnly? From = null,
    DateOnly? To = null
);

/// <param name="Children">How many children's seals were opened for the answer.</param>
/// <param name="AboutId">The case, signal, account… that the call named.</param>
/// <param name="Count">Calls covered by this entry: one, or the refusals of an address in a minute, the last at <paramref name="Until"/>.</param>
/// <param name="Paths">What refused callers requested: outcome and name or address. Of a sign-in: the way somebody came in.</param>
internal sealed record JournalRow(
    long Seq,
    DateTime At,
    Guid? AccountId,
    string? Login,
    string? FullName,
    string? BodyKy,
    string? BodyRu,
    Role? Role,
    string Action,
    JournalKind? Kind,
    int Outcome,
    Guid? AboutId,
    int Children,
    string? Ip,
    int Count,
    DateTime? Until,
    IReadOnlyList<string> Paths
);

/// <summary>Reads the journal backwards [28]. A child's entries are those that named the child and those that opened its seals.</summary>
internal sealed class JournalReader(HotReads reads)
{
    public async Task<List<JournalRow>> ReadAsync(JournalFilter filter, long? before, int rows, CancellationToken ct) =>
        await reads.ListAsync(Statement(filter, before).Add(" ORDER BY e.Seq DESC").First(rows), Row, ct);

    /// <summary>All of them, oldest first, one after the other.</summary>
    public Task EachAsync(JournalFilter filter, Func<JournalRow, Task> act, CancellationToken ct) =>
        reads.EachAsync(Statement(filter, null).Add(" ORDER BY e.Seq"), row => act(Row(row)), ct);

    private Sql Statement(JournalFilter filter, long? before)
    {
        var sql = reads
            .Sql()
            .Add(
                "SELECT e.Seq, e.At, e.AccountId, a.Login, p.Surname, p.Name, p.Patronymic, b.NameKy, b.NameRu, e.Role, e.Action, e.Kind, e.Outcome, e.AboutId, "
            )
            .Either("LENGTH(e.Opened)", "DATALENGTH(e.Opened)")
            .Add(
                """
                 / 16, e.Ip, e.Count, e.Until, e.Paths
                FROM {platform.journal_entries} e
                LEFT JOIN {access.accounts} a ON a.Id = e.AccountId
                LEFT JOIN {access.specialists} p ON p.Id = a.SpecialistId
                LEFT JOIN {access.bodies} b ON b.Id = e.BodyId
                WHERE 1 = 1
                """
            );
        if (before is { } seq)
            sql.Add(" AND e.Seq < {}", seq);
        if (filter.Children is { } children)
        {
            sql.Add(" AND (1 = 0");
            foreach (var child in children)
                sql.Add(" OR e.AboutId = {} OR ", child)
                    .Either("INSTR(e.Opened, {}) > 0", "CHARINDEX({}, e.Opened) > 0", child.ToByteArray());
            sql.Add(")");
        }
        if (filter.AccountId is { } account)
            // a sign-in has no account yet: it names the one that was tried
            sql.Add(" AND (e.AccountId = {} OR (e.Action = 'SignIn' AND e.AboutId = {}))", account, account);
        if (filter.BodyId is { } body)
            sql.Add(" AND e.BodyId = {}", body);
        if (!string.IsNullOrWhiteSpace(filter.Action))
            sql.Add(" AND e.Action = {}", filter.Action.Trim());
        if (filter.Refused)
            // 499: the caller left before the answer, no one was refused
            sql.Add(" AND e.Outcome >= 400 AND e.Outcome <> 499");
        if (filter.From is { } from)
            sql.Add(" AND e.At >= {}", StartOf(from));
        if (filter.To is { } to)
            sql.Add(" AND e.At < {}", StartOf(to < Latest ? to.AddDays(1) : to));
        return sql;
    }

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    /// <summary>Days that no journal can have are clamped to its ends.</summary>
    public static DateTime StartOf(DateOnly day) =>
        (
            day < Earliest ? Earliest
            : day > Latest ? Latest
            : day
        ).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - Bishkek.Offset;

    private static JournalRow Row(DbDataReader row) =>
        new(
            row.GetInt64(0),
            DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc),
            row.IsDBNull(2) ? null : row.Id(2),
            Text(row, 3),
            row.IsDBNull(4) ? null : Specialist.FullNameOf(row.GetString(4), row.GetString(5), Text(row, 6)),
            Text(row, 7),
            Text(row, 8),
            Codes.Parse<Role>(Text(row, 9)),
            row.GetString(10),
            Codes.Parse<JournalKind>(row.GetString(11)),
            row.GetInt32(12),
            row.IsDBNull(13) ? null : row.Id(13),
            row.IsDBNull(14) ? 0 : Convert.ToInt32(row.GetValue(14), System.Globalization.CultureInfo.InvariantCulture),
            Text(row, 15),
            row.IsDBNull(16) ? 1 : row.GetInt32(16),
            row.IsDBNull(17) ? null : DateTime.SpecifyKind(row.GetDateTime(17), DateTimeKind.Utc),
            Text(row, 18)?.Split('\n') ?? []
        );

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
