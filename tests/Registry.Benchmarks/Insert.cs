using Microsoft.Data.Sqlite;

namespace Registry.Benchmarks;

/// <summary>A prepared insert statement.</summary>
internal sealed class Insert : IDisposable
{
    private readonly SqliteCommand _command;

    public Insert(SqliteConnection connection, string table, params string[] columns)
    {
        _command = connection.CreateCommand();
        _command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
            _command.Parameters.Add(new SqliteParameter($"@p{i}", null));
    }

    public void Row(params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                Guid id => id.ToString().ToUpperInvariant(),
                var value => value,
            };
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
