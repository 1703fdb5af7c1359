using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Registry.Benchmarks;

/// <summary>The same work by hand: ADO.NET behind minimal HTTP endpoints on the same file, equally durable, plain text, no rights, reads logged.</summary>
internal static class RawHost
{
    public static async Task<int> RunAsync(string file, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var gate = new SemaphoreSlim(1, 1);
        var connection = $"Data Source={file}";

        app.MapGet("/ready", () => Results.Ok());
        app.MapGet(
            "/work-list",
            (string district) =>
                Read(
                    connection,
                    "SELECT d.id, d.clause, d.step, d.number, d.about_id, d.child_id, c.name, d.territory, d.started_on, d.due_on FROM raw_deadlines d JOIN raw_children c ON c.id = d.child_id WHERE d.district = @a ORDER BY d.due_on, d.id LIMIT 26",
                    district
                )
        );
        app.MapPost(
            "/search",
            (Query q) =>
                Read(
                    connection,
                    "SELECT DISTINCT r.id, r.name, r.sex, r.birth_date, r.territory, c.Number, CASE w.word WHEN @b THEN 1 ELSE 0.85 END score, @b typed, w.word found, CASE w.word WHEN @b THEN 'exact' ELSE 'beginning' END kind FROM raw_words w JOIN raw_children r ON r.id = w.child_id LEFT JOIN children_cases c ON c.ChildId = r.ref WHERE w.district = @a AND w.word >= @b AND w.word < @c LIMIT 25",
                    q.District,
                    q.Text,
                    q.Text + "\uffff"
                )
        );
        var journal = new Journal(connection, gate);
        app.MapGet(
            "/open",
            async (string id) =>
            {
                var child = Rows(connection, "SELECT id, ref, name, district, card FROM raw_children WHERE id = @a", id);
                if (child is [])
                    return Results.NotFound();
                var (known, @case) = (
                    child[0]["ref"]!,
                    Rows(
                        connection,
                        "SELECT Id, Number, Territory, Status, FoundOn, OpenedOn, Version FROM children_cases WHERE ChildId = @a",
                        child[0]["ref"]!
                    )
                );
                var sections = Rows(
                    connection,
                    "SELECT Code, Expected, Filled, Explained, Missing, Version FROM children_card_sections WHERE ChildId = @a",
                    known
                );
                var deadlines = Rows(
                    connection,
                    "SELECT Id, Clause, Step, StartedOn, DueOn, MetOn FROM platform_deadlines WHERE ChildId = @a",
                    known
                );
                var signals = Rows(connection, "SELECT Id, Number, FoundOn, Channel FROM children_signals WHERE ChildId = @a", known);
                await journal.WriteAsync(id);
                return Results.Ok(
                    new
                    {
                        child,
                        @case,
                        sections,
                        deadlines,
                        signals,
                    }
                );
            }
        );
        app.MapPost("/signals", (Signal s) => RegisterAsync(connection, gate, s));
        await app.RunAsync();
        return 0;
    }

    private sealed record Query(string District, string Text);

    private sealed record Signal(
        string Source,
        string Channel,
        string Urgency,
        string FoundOn,
        string ReceivedOn,
        string Territory,
        string Account,
        SignalChild Child
    );

    private sealed record SignalChild(string Surname, string Name);

    /// <summary>The rows that a signal leaves behind: its number, itself, its child, its step, two events, the journal.</summary>
    private static async Task<IResult> RegisterAsync(string connection, SemaphoreSlim gate, Signal s)
    {
        var (id, child, district) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), s.Territory[..8]);
        var (now, dueOn) = (TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), s.ReceivedOn);
        await gate.WaitAsync();
        try
        {
            using var db = Open(connection);
            using var transaction = db.BeginTransaction();
            using var next = db.CreateCommand();
            next.Transaction = transaction;
            next.CommandText = "UPDATE raw_numbers SET last = last + 1 WHERE key = @a RETURNING last";
            Bind(next, "S");
            var number = $"S-{district}-2026-{next.ExecuteScalar():D6}";
            Insert(
                "raw_signals",
                [id, number, child, s.Source, s.Channel, s.Urgency, s.FoundOn, s.ReceivedOn, s.Territory, district, s.Account, "new", now]
            );
            Insert("raw_children", [child, child, $"{s.Child.Surname} {s.Child.Name}", "", "", s.Territory, district, ""]);
            Insert(
                "raw_deadlines",
                [
                    Guid.CreateVersion7().ToString(),
                    "19.2",
                    "process-report",
                    number,
                    id,
                    child,
                    s.Territory,
                    district,
                    s.ReceivedOn,
                    "2027-12-31",
                ]
            );
            foreach (var type in new[] { "registered", "counted" })
                Insert(
                    "raw_events",
                    [
                        Guid.CreateVersion7().ToString(),
                        type,
                        JsonSerializer.Serialize(
                            new
                            {
                                id,
                                child,
                                s.Territory,
                                s.FoundOn,
                                s.Channel,
                            }
                        ),
                        now,
                    ]
                );
            Insert("raw_journal", [id, now]);
            transaction.Commit();
            return Results.Created(
                $"/signals/{id}",
                new
                {
                    id,
                    number,
                    dueOn,
                }
            );

            void Insert(string table, string[] values)
            {
                using var insert = db.CreateCommand();
                insert.Transaction = transaction;
                insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", values.Select((_, i) => "@" + (char)('a' + i)))})";
                Bind(insert, values);
                insert.ExecuteNonQuery();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private static SqliteConnection Open(string connection)
    {
        var db = new SqliteConnection(connection);
        db.Open();
        return db;
    }

    private static IResult Read(string connection, string sql, params string[] values) => Results.Ok(Rows(connection, sql, values));

    private static List<Dictionary<string, string?>> Rows(string connection, string sql, params string[] values)
    {
        using var db = Open(connection);
        using var command = db.CreateCommand();
        command.CommandText = sql;
        Bind(command, values);
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string?>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, string?>(reader.FieldCount);
            for (var i = 0; i < reader.FieldCount; i++)
                row[reader.GetName(i)] = Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Who read what, durable before the answer; waiting readers share one commit.</summary>
    private sealed class Journal
    {
        private readonly Channel<(string Id, TaskCompletionSource Done)> _queue = Channel.CreateUnbounded<(string, TaskCompletionSource)>();

        public Journal(string connection, SemaphoreSlim gate) =>
            _ = Task.Run(async () =>
            {
                using var db = Open(connection);
                var group = new List<TaskCompletionSource>();
                while (await _queue.Reader.WaitToReadAsync())
                {
                    await gate.WaitAsync();
                    using (var transaction = db.BeginTransaction())
                    {
                        while (_queue.Reader.TryRead(out var next))
                        {
                            using var command = db.CreateCommand();
                            command.CommandText = "INSERT INTO raw_journal VALUES (@a, @b)";
                            Bind(command, next.Id, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
                            command.ExecuteNonQuery();
                            group.Add(next.Done);
                        }
                        transaction.Commit();
                    }
                    gate.Release();
                    group.ForEach(done => done.SetResult());
                    group.Clear();
                }
            });

        public Task WriteAsync(string id)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.Writer.TryWrite((id, done));
            return done.Task;
        }
    }

    private static void Bind(SqliteCommand command, params string[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("@" + (char)('a' + i), values[i]);
    }
}
