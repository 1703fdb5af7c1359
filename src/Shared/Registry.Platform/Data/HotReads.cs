using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Registry.Platform.Data;

/// <summary>
/// The few reads that every call or every screen needs, without EF in between: on SQLite over connections that keep their prepared statements, on SQL Server
/// over its own pool, which keeps plans by text (docs/adr/0008). Everything else reads through EF. Reads only: the SQLite connections refuse to write.
/// </summary>
public sealed class HotReads(DatabaseOptions options) : IDisposable
{
    private const int MostStatements = 64;
    private readonly ConcurrentBag<Prepared> _idle = [];
    private volatile bool _disposed;

    /// <summary>The embedded connections that are not in use at the moment, for a test to look at their statements.</summary>
    internal IEnumerable<SQLitePCL.sqlite3> Idle => _idle.Select(c => c.Handle);

    public Sql Sql() => new(options.IsSqlite);

    /// <summary>All rows of a read; on SQLite without leaving the thread.</summary>
    public async ValueTask<List<T>> ListAsync<T>(Sql sql, Func<DbDataReader, T> row, CancellationToken ct)
    {
        if (options.IsSqlite)
            return ListHere(sql, row);
        await using var connection = new SqlConnection(options.Registry);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        sql.Fill(command);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(row(reader));
        return rows;
    }

    public async ValueTask<T?> FirstAsync<T>(Sql sql, Func<DbDataReader, T> row, CancellationToken ct)
        where T : class => await ListAsync(sql, row, ct) is [var first, ..] ? first : null;

    /// <summary>Rows one after the other, never all in memory; over a connection of its own, for answers that take long.</summary>
    public async Task EachAsync(Sql sql, Func<DbDataReader, Task> row, CancellationToken ct)
    {
        await using DbConnection connection = options.IsSqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder(options.Registry) { Mode = SqliteOpenMode.ReadOnly }.ToString())
            : new SqlConnection(options.Registry);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        sql.Fill(command);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            await row(reader);
    }

    private List<T> ListHere<T>(Sql sql, Func<DbDataReader, T> row)
    {
        var connection = _idle.TryTake(out var idle) ? idle : new Prepared(options.Registry);
        var sound = false;
        try
        {
            var rows = new List<T>();
            using (var reader = connection.Command(sql).ExecuteReader())
                while (reader.Read())
                    rows.Add(row(reader));
            sound = true;
            return rows;
        }
        finally
        {
            if (sound && !_disposed)
                _idle.Add(connection);
            else
                connection.Dispose();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    /// <summary>One SQLite connection with its prepared statements, used by one call at a time.</summary>
    private sealed class Prepared : IDisposable
    {
        /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG: plans do not depend on bound values.</summary>
        private const int StablePlans = 1007;
        private readonly SqliteConnection _connection;
        private readonly Dictionary<string, SqliteCommand> _commands = [];

        public Prepared(string connection)
        {
            _connection = new(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
            _connection.Open();
            // otherwise each value bound to a LIMIT has its statement planned again: a third of the cost of finding children
            SQLitePCL.raw.sqlite3_db_config(_connection.Handle, StablePlans, 1, out _);
            using var pragmas = _connection.CreateCommand();
            pragmas.CommandText = "PRAGMA query_only=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=5000;";
            pragmas.ExecuteNonQuery();
        }

        public SQLitePCL.sqlite3 Handle => _connection.Handle!;

        public SqliteCommand Command(Sql sql)
        {
            var text = sql.Text;
            if (!_commands.TryGetValue(text, out var command))
            {
                // texts differ by filters only; a flood of different ones restarts the collection
                if (_commands.Count >= MostStatements)
                    Forget();
                command = _connection.CreateCommand();
                sql.Fill(command);
                command.Prepare();
                _commands[text] = command;
                return command;
            }
            for (var i = 0; i < sql.Values.Count; i++)
                command.Parameters[i].Value = sql.Values[i] ?? DBNull.Value;
            return command;
        }

        private void Forget()
        {
            foreach (var command in _commands.Values)
                command.Dispose();
            _commands.Clear();
        }

        public void Dispose()
        {
            Forget();
            _connection.Dispose();
        }
    }
}
