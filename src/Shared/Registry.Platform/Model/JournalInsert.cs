using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Registry.Platform.Data;

namespace Registry.Platform.Model;

/// <summary>Many entries in one statement: reads are the most frequent calls, and an insert per row would cost more than the read it records.</summary>
internal static class JournalInsert
{
    /// <summary>SQL Server takes 2,100 parameters a statement.</summary>
    public const int MostRows = 150;

    private static readonly string[] Columns =
    [
        nameof(JournalEntry.At),
        nameof(JournalEntry.AccountId),
        nameof(JournalEntry.BodyId),
        nameof(JournalEntry.Role),
        nameof(JournalEntry.Action),
        nameof(JournalEntry.Kind),
        nameof(JournalEntry.Outcome),
        nameof(JournalEntry.AboutId),
        nameof(JournalEntry.Opened),
        nameof(JournalEntry.Ip),
        nameof(JournalEntry.Count),
        nameof(JournalEntry.Until),
        nameof(JournalEntry.Paths),
    ];

    public static Task RunAsync(ModuleDbContext db, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var entity = db.Model.FindEntityType(typeof(JournalEntry))!;
        var names = db.GetService<ISqlGenerationHelper>();
        var sql = new StringBuilder("INSERT INTO ")
            .Append(names.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema()))
            .Append(" (");
        sql.AppendJoin(", ", Columns.Select(names.DelimitIdentifier)).Append(") VALUES ");
        var values = new List<object>(entries.Count * Columns.Length);
        foreach (var (entry, row) in entries.Select((e, i) => (e, i)))
        {
            sql.Append(row == 0 ? "(" : ", (");
            sql.AppendJoin(", ", ValuesOf(entry).Select(Place)).Append(')');
        }
        return db.Database.ExecuteSqlRawAsync(sql.ToString(), values, ct);

        // an absent value is written out: as a parameter it would have no type that fits every column
        string Place(object? value)
        {
            if (value is null)
                return "NULL";
            values.Add(value is Guid id && !db.Database.IsSqlite() ? OrderedId.Bytes(id) : value);
            return $"{{{values.Count - 1}}}";
        }
    }

    /// <summary>Writes entries over a plain SQLite connection with one prepared statement, in one durable commit.</summary>
    public sealed class Prepared : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _insert;

        public Prepared(string connection, string table)
        {
            _connection = new(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
            _connection.Open();
            SqlitePragmas.Set(_connection);
            _insert = _connection.CreateCommand();
            _insert.CommandText =
                $"INSERT INTO \"{table}\" ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < Columns.Length; i++)
                _insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}", Value = DBNull.Value });
            _insert.Prepare();
        }

        public void Write(IEnumerable<JournalEntry> entries)
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            foreach (var entry in entries)
            {
                var values = ValuesOf(entry);
                for (var i = 0; i < values.Length; i++)
                    _insert.Parameters[i].Value = values[i] ?? DBNull.Value;
                _insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }

        public void Dispose()
        {
            _insert.Dispose();
            _connection.Dispose();
        }
    }

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    private static object?[] ValuesOf(JournalEntry e) =>
        [e.At, e.AccountId, e.BodyId, e.Role, e.Action, e.Kind, e.Outcome, e.AboutId, e.Opened, e.Ip, e.Count, e.Until, e.Paths];
}
