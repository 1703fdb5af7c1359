using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Registry.Kernel.Data;

/// <summary>Values of rows read without EF.</summary>
public static class Values
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>A day; SQLite keeps it as text of one shape, which needs no culture to read.</summary>
    public static DateOnly Day(this DbDataReader row, int at) =>
        row is SqliteDataReader
            ? DateOnly.ParseExact(row.GetString(at), Iso, CultureInfo.InvariantCulture)
            : row.GetFieldValue<DateOnly>(at);
}

/// <summary>Statements of our own on a module's connection, inside its running transaction where there is one.</summary>
public static class Statements
{
    /// <summary>The first column of the first row; the type's empty value when there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(this ModuleDbContext db, Sql sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Command(sql);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? await reader.GetFieldValueAsync<T>(0, ct) : default;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A command of the context's open connection; the caller reads and disposes it.</summary>
    public static DbCommand Command(this ModuleDbContext db, Sql sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        sql.Fill(command);
        return command;
    }
}
