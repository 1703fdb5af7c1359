using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Registry.Benchmarks;

/// <summary>The same work by hand: ADO.NET behind minimal HTTP endpoints on the same file, same durability, plain text instead of sealed, no rights, no journal.</summary>
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

        app.MapGet(
            "/work-list",
            (string district) =>
                Read(
                    connection,
                    "SELECT d.id, d.clause, d.step, d.number, d.child_id, c.name, d.territory, d.started_on, d.due_on FROM raw_deadlines d JOIN raw_children c ON c.id = d.child_id WHERE d.district = @a ORDER BY d.due_on, d.id LIMIT 26",
                    district
                )
        );
        app.MapPost(
            "/search",
            (Query q) =>
                Read(
                    connection,
                    "SELECT id, name, folded, district FROM raw_children WHERE district = @a AND folded LIKE @b LIMIT 26",
                    q.District,
                    q.Text + "%"
                )
        );
        app.MapGet("/open", (string id) => Read(connection, "SELECT id, name, district, card FROM raw_children WHERE id = @a", id));
        app.MapPost(
            "/signals",
            async (Signal s) =>
            {
                await gate.WaitAsync();
                try
                {
                    using var db = Open(connection);
                    using var transaction = db.BeginTransaction();
                    using var command = db.CreateCommand();
                    command.Transaction = transaction;
                    command.CommandText = "INSERT INTO raw_signals VALUES (@a, @b, @c, @d, @e)";
                    var id = Guid.CreateVersion7().ToString();
                    Bind(command, id, "S-" + id, s.District, s.Contents, "2026-11-25");
                    command.ExecuteNonQuery();
                    transaction.Commit();
                    return Results.Created("/", new { id, dueOn = "2026-11-25" });
                }
                finally
                {
                    gate.Release();
                }
            }
        );
        await app.RunAsync();
        return 0;
    }

    private sealed record Query(string District, string Text);

    private sealed record Signal(string District, string Contents);

    private static SqliteConnection Open(string connection)
    {
        var db = new SqliteConnection(connection);
        db.Open();
        return db;
    }

    private static IResult Read(string connection, string sql, params string[] values)
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
        return Results.Ok(rows);
    }

    private static void Bind(SqliteCommand command, params string[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("@" + (char)('a' + i), values[i]);
    }
}
